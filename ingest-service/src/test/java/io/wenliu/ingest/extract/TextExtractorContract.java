package io.wenliu.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [TextExtractor] keeps.
public interface TextExtractorContract {

  /// Takes in [AcceptedTypes#DEFAULTS], at most 100,000 characters.
  TextExtractor extractor();

  private ExtractedText extract(SampleDocument file) {
    return extractor().extract(file.bytes(), file.name(), file.contentType());
  }

  private static String squeezed(List<String> pages) {
    return String.join("", pages).replaceAll("\\s", "");
  }

  @Test
  default void plainTextKeepsItsLines() {
    // When
    ExtractedText text = extract(SampleDocuments.SHORT_PAGE);

    // Then
    assertThat(text.contentType()).isEqualTo("text/plain");
    assertThat(text.pages()).containsExactly(SampleDocuments.SHORT_PAGE.text());
  }

  @Test
  default void everyAcceptedFormGivesTheSameText() {
    // Given
    SampleDocument page = SampleDocuments.SHORT_PAGE;
    String expected = page.text().replaceAll("\\s", "");

    // When
    ExtractedText pdf = extract(SampleDocuments.asPdf(page));
    ExtractedText docx = extract(SampleDocuments.asDocx(page));
    ExtractedText html = extract(SampleDocuments.asHtml(page));

    // Then
    assertThat(squeezed(pdf.pages())).isEqualTo(expected);
    assertThat(squeezed(docx.pages())).isEqualTo(expected);
    assertThat(squeezed(html.pages())).isEqualTo(expected);
    assertThat(pdf.contentType()).isEqualTo("application/pdf");
    assertThat(docx.contentType()).endsWith("wordprocessingml.document");
    assertThat(html.contentType()).isEqualTo("text/html");
  }

  @Test
  default void richTextFormatIsRead() {
    // Given
    String rtf =
        "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\uc1\\pard\\f0 \\u26032?\\u21326?\\u31038?\\par 2025}";

    // When
    ExtractedText text =
        extractor().extract(rtf.getBytes(StandardCharsets.US_ASCII), "x.rtf", "application/rtf");

    // Then
    assertThat(squeezed(text.pages())).isEqualTo("新华社2025");
  }

  @Test
  default void aWebPageInGbkIsReadWhetherItSaysSoOrNot() {
    // Given
    String said =
        "<html><head><meta charset=gb2312></head><body><p>人工智能引领新一轮科技革命</p></body></html>";
    String unsaid = "<html><body><p>人工智能引领新一轮科技革命和产业变革</p></body></html>";
    String lying = "<html><head><meta charset=gbk></head><body><p>人工智能</p></body></html>";

    // When
    ExtractedText one = extractor().extract(said.getBytes(ChineseCharset.GB18030), "a.html", null);
    ExtractedText two =
        extractor().extract(unsaid.getBytes(ChineseCharset.GB18030), "b.html", null);
    ExtractedText three =
        extractor().extract(lying.getBytes(StandardCharsets.UTF_8), "c.html", null);

    // Then
    assertThat(squeezed(one.pages())).isEqualTo("人工智能引领新一轮科技革命");
    assertThat(squeezed(two.pages())).isEqualTo("人工智能引领新一轮科技革命和产业变革");
    assertThat(squeezed(three.pages())).isEqualTo("人工智能");
  }

  @Test
  default void theTypeIsFoundOutByContentWhateverTheNameSays() {
    // Given
    SampleDocument pdf = SampleDocuments.asPdf(SampleDocuments.SHORT_PAGE);

    // When
    ExtractedText text = extractor().extract(pdf.bytes(), "page.txt", "text/plain");

    // Then
    assertThat(text.contentType()).isEqualTo("application/pdf");
  }

  @Test
  default void textInUtf16WithoutAMarkIsText() {
    // When
    ExtractedText text = extract(SampleDocuments.inUtf16LittleEndian(SampleDocuments.SHORT_PAGE));
    ExtractedText nameless =
        extractor()
            .extract(
                SampleDocuments.inUtf16BigEndian(SampleDocuments.SHORT_PAGE).bytes(), null, null);

    // Then
    assertThat(text.pages()).containsExactly(SampleDocuments.SHORT_PAGE.text());
    assertThat(nameless.pages()).containsExactly(SampleDocuments.SHORT_PAGE.text());
  }

  @Test
  default void otherTypesAreRefusedWithTheListOfThoseTakenIn() {
    // Given
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    // Then
    assertThatThrownBy(() -> extractor().extract(png, "page.txt", "text/plain"))
        .isInstanceOf(UnsupportedTypeException.class)
        .hasMessageContaining("image/png")
        .hasMessageContaining("application/pdf");
  }

  @Test
  default void brokenAndEmptyFilesAreUnextractable() {
    // Given
    byte[] pdf = SampleDocuments.asPdf(SampleDocuments.SHORT_PAGE).bytes();
    byte[] docx = SampleDocuments.asDocx(SampleDocuments.SHORT_PAGE).bytes();
    String docxType = SampleDocuments.asDocx(SampleDocuments.SHORT_PAGE).contentType();

    // Then
    assertThatThrownBy(
            () -> extractor().extract(Arrays.copyOf(pdf, 40), "x.pdf", "application/pdf"))
        .isInstanceOf(UnextractableException.class);
    assertThatThrownBy(
            () -> extractor().extract(Arrays.copyOf(docx, docx.length / 2), "x.docx", docxType))
        .isInstanceOf(UnextractableException.class);
    assertThatThrownBy(() -> extractor().extract(new byte[0], "x.txt", null))
        .isInstanceOf(UnextractableException.class)
        .hasMessageContaining("空");
    assertThatThrownBy(
            () -> extractor().extract(" \n\n".getBytes(StandardCharsets.UTF_8), "x.txt", null))
        .isInstanceOf(UnextractableException.class)
        .hasMessageContaining("没有文字");
  }

  @Test
  default void moreTextThanAllowedIsRefused() {
    // Given
    byte[] text = "长".repeat(100_001).getBytes(StandardCharsets.UTF_8);
    byte[] html = ("<p>" + "长".repeat(100_001) + "</p>").getBytes(StandardCharsets.UTF_8);

    // Then
    assertThatThrownBy(() -> extractor().extract(text, "x.txt", "text/plain"))
        .isInstanceOf(UnextractableException.class)
        .hasMessageContaining("100000");
    assertThatThrownBy(() -> extractor().extract(html, "x.html", "text/html"))
        .isInstanceOf(UnextractableException.class)
        .hasMessageContaining("100000");
  }

  @Test
  default void ofAHugeTextNoMoreIsDecodedThanIsNeededToRefuseIt() {
    // Given
    byte[] bytes = "长篇通讯".repeat(5_000_000).getBytes(StandardCharsets.UTF_8);
    byte[] utf16 = "长篇通讯".repeat(5_000_000).getBytes(StandardCharsets.UTF_16LE);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    // When
    List<Throwable> refusals =
        Stream.of(bytes, utf16)
            .map(text -> catchThrowable(() -> extractor().extract(text, "x.txt", "text/plain")))
            .toList();

    // Then
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(bytes.length / 4);
    assertThat(refusals)
        .allSatisfy(refusal ->
            assertThat(refusal)
                .isInstanceOf(UnextractableException.class)
                .hasMessageContaining("100000"));
  }
}
