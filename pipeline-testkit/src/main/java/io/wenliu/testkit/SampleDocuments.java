package io.wenliu.testkit;

import io.wenliu.localstack.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/// Named fixtures: the five seed pages as they lie in `seeds/`, and the same texts as other files.
///
/// Everything but the seeds is made by this code when it is asked for, the same bytes each time;
/// see the module's README on the origin of the texts.
public final class SampleDocuments {

  /// 中共中央、国务院的意见，和一条新华社消息.
  public static final SampleDocument RURAL_REFORM = seed("000_1659b0c714c68776.txt");

  /// 高文论人工智能的历史性机遇，和吴云论河源.
  public static final SampleDocument HISTORIC_OPPORTUNITY = seed("001_8bc52386f4285035.txt");

  /// 三篇署名文章，其中一篇跨栏.
  public static final SampleDocument INITIATIVE_IN_AI = seed("002_16b69693f3063b5b.txt");

  /// “人工智能＋”行动，刊物转载.
  public static final SampleDocument AI_PLUS_ACTION = seed("003_ea424a2b5c9af878.txt");

  /// 高文一文的转载，和蔡翠红论国际治理.
  public static final SampleDocument REPRINT_AND_GOVERNANCE = seed("004_17c7324d0813078a.txt");

  /// The five seed pages in the order of their names.
  public static final List<SampleDocument> SEEDS =
      List.of(
          RURAL_REFORM,
          HISTORIC_OPPORTUNITY,
          INITIATIVE_IN_AI,
          AI_PLUS_ACTION,
          REPRINT_AND_GOVERNANCE);

  /// A short page of one article, written for this project; its headline is [#SHORT_HEADLINE].
  public static final SampleDocument SHORT_PAGE =
      new SampleDocument(
          "short-page.txt",
          "text/plain",
          shortPage().getBytes(StandardCharsets.UTF_8),
          shortPage());

  /// Headline of [#SHORT_PAGE].
  public static final String SHORT_HEADLINE = "青山村办起夜校";

  /// The byline of [#SHORT_PAGE].
  public static final String SHORT_AUTHOR = "林晓雨";

  /// A page in the traditional script, written for this project, as Big5.
  public static final SampleDocument TRADITIONAL_BIG5 =
      encoded("traditional-big5.txt", traditionalPage(), Charset.forName("Big5"), "");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SampleDocuments() {}

  /// The same text in GBK, as an old editorial system exports it.
  public static SampleDocument inGbk(SampleDocument original) {
    return encoded(renamed(original, "gbk.txt"), original.text(), Charset.forName("GBK"), "");
  }

  /// The same text in GB18030, with a character at its end that GBK has not (𠮷).
  public static SampleDocument inGb18030(SampleDocument original) {
    return encoded(
        renamed(original, "gb18030.txt"), original.text() + "𠮷\n", Charset.forName("GB18030"), "");
  }

  /// The same text in UTF-8 with a byte-order mark.
  public static SampleDocument inUtf8WithMark(SampleDocument original) {
    return encoded(
        renamed(original, "utf8-mark.txt"),
        original.text(),
        StandardCharsets.UTF_8,
        BYTE_ORDER_MARK);
  }

  /// The same text in UTF-16, little end first, with a byte-order mark.
  public static SampleDocument inUtf16WithMark(SampleDocument original) {
    return encoded(
        renamed(original, "utf16le-mark.txt"),
        original.text(),
        StandardCharsets.UTF_16LE,
        BYTE_ORDER_MARK);
  }

  /// The same text in UTF-16, little end first, without a mark.
  public static SampleDocument inUtf16LittleEndian(SampleDocument original) {
    return encoded(
        renamed(original, "utf16le.txt"), original.text(), StandardCharsets.UTF_16LE, "");
  }

  /// The same text in UTF-16, big end first, without a mark.
  public static SampleDocument inUtf16BigEndian(SampleDocument original) {
    return encoded(
        renamed(original, "utf16be.txt"), original.text(), StandardCharsets.UTF_16BE, "");
  }

  /// The same text with the line ends of Windows.
  public static SampleDocument withWindowsLineEnds(SampleDocument original) {
    byte[] bytes = original.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return new SampleDocument(renamed(original, "crlf.txt"), "text/plain", bytes, original.text());
  }

  /// The same text as a PDF with a text layer, one text line a line.
  public static SampleDocument asPdf(SampleDocument original) {
    return new SampleDocument(
        renamed(original, "pdf"),
        "application/pdf",
        PdfFile.of(original.text().lines().toList()),
        original.text());
  }

  /// The same text as a Word document, one paragraph a line.
  public static SampleDocument asDocx(SampleDocument original) {
    return new SampleDocument(
        renamed(original, "docx"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocxFile.of(original.text().lines().toList()),
        original.text());
  }

  /// The same text as a web page, one paragraph a line.
  public static SampleDocument asHtml(SampleDocument original) {
    StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"zh\"><head>");
    html.append("<meta charset=\"utf-8\"><title></title></head><body>\n");
    original
        .text()
        .lines()
        .forEach(line -> html.append("<p>").append(Markup.escape(line)).append("</p>\n"));
    html.append("</body></html>\n");
    return new SampleDocument(
        renamed(original, "html"),
        "text/html",
        html.toString().getBytes(StandardCharsets.UTF_8),
        original.text());
  }

  /// Text of the test's own choice as a file.
  public static SampleDocument ofText(String name, String text) {
    return new SampleDocument(name, "text/plain", text.getBytes(StandardCharsets.UTF_8), text);
  }

  private static SampleDocument seed(String name) {
    try {
      byte[] bytes = Files.readAllBytes(Checkout.root().resolve("seeds").resolve(name));
      String text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
      return new SampleDocument(name, "text/plain", bytes, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String renamed(SampleDocument original, String extension) {
    String name = original.name();
    return name.substring(0, name.lastIndexOf('.') + 1) + extension;
  }

  /// Never loses a character: what the charset has not is an error of the fixture.
  private static SampleDocument encoded(String name, String text, Charset charset, String mark) {
    try {
      ByteBuffer buffer = charset.newEncoder().encode(CharBuffer.wrap(mark + text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return new SampleDocument(name, "text/plain", bytes, text);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(charset + " has not every character of " + name, e);
    }
  }

  private static String shortPage() {
    return """
    青山村办起夜校

    ■ 林晓雨

    傍晚七点，青山村文化礼堂的灯亮了。村里新办的夜校今天开课，第一课讲果树修剪，来了四十多位村民。

    “白天在地里，晚上来听课，回去就能用。”种了二十年桃树的陈家富坐在第一排，笔记记了满满两页。

    夜校由县农业技术推广站和青山村委会合办，每周二、周四晚上开课。推广站站长周敏说，课程由村民自己点：“大家想学什么，我们就请谁来讲。”

    （来源：《青山周报》2025年03月18日第3版）
    """;
  }

  private static String traditionalPage() {
    return """
    港灣圖書館延長開放時間

    ■ 何文慧

    港灣圖書館由下月起延長開放時間，平日開放至晚上十時。館長黎志強說，這是應讀者的要求而定。

    圖書館去年接待讀者三十萬人次，其中四成在下班後到館。
    """;
  }
}
