package io.wenliu.ingest.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `新华社北京2月23日电` before or after a text, `本报北京3月1日讯（记者 甲、乙）` before it.
///
/// @param text as printed, without brackets and spaces
/// @param date null where the dateline has none
/// @param reporters named in brackets behind it
/// @param opening whether it stands before the text
record Dateline(
    String text,
    String agency,
    @Nullable PartialDate date,
    List<String> reporters,
    boolean opening) {
  private static final int LONGEST = 60;

  private static final String AGENCY =
      "(新华社|中新社|中新网|中国新闻社|中央社|路透社|法新社|美联社|人民网|新华网|央视网|本报|本刊|本网|本台|"
          + "(?:据)?[\\u4e00-\\u9fff]{2,8}?(?:日报|晚报|时报|通讯社))";
  private static final String BODY =
      AGENCY
          + "\\s*([\\u4e00-\\u9fff·／/、\\s]{0,16}?)\\s*(?:([0-9０-９]{4})\\s*年\\s*)?"
          + "(?:([0-9０-９]{1,2})\\s*月\\s*([0-9０-９]{1,2})\\s*日)?\\s*(?:专)?(电|讯)";
  private static final Pattern OPENING =
      Pattern.compile("^[（(【]?\\s*" + BODY + "\\s*(?:[（(]\\s*([^（）()]{2,60})[）)])?");
  private static final Pattern CLOSING = Pattern.compile("[（(]\\s*" + BODY + "\\s*[）)]$");
  private static final Pattern REPORTERS =
      Pattern.compile("[（(]\\s*((?:本报|新华社|全媒体|见习|特约|首席)*(?:记者|通讯员)[^（）()]{2,60})[）)]");

  /// The dateline that opens a paragraph; null if none does.
  static @Nullable Dateline opening(String paragraph) {
    if (!isWired(paragraph)) {
      return null;
    }
    String head =
        paragraph.length() > LONGEST * 2 ? paragraph.substring(0, LONGEST * 2) : paragraph;
    Matcher m = OPENING.matcher(head);
    if (isAlone(paragraph) || !m.lookingAt() || (m.group(4) == null && !"讯".equals(m.group(6)))) {
      return null;
    }
    String printed = Spacing.withoutSpaces(head.substring(m.start(1), m.end(6)));
    List<String> reporters = m.group(7) == null ? List.of() : reporters(m.group(7));
    return new Dateline(printed, agency(m.group(1)), date(m), reporters, true);
  }

  /// Whether 电 or 讯 stands near the beginning: what nearly all paragraphs lack.
  private static boolean isWired(String paragraph) {
    for (int i = 2; i < Math.min(LONGEST, paragraph.length()); i++) {
      char c = paragraph.charAt(i);
      if (c == '电' || c == '讯') {
        return true;
      }
      if (c == '，' || c == '。') {
        return false;
      }
    }
    return false;
  }

  /// Whether the text is nothing but a dateline in brackets, which can only close.
  static boolean isAlone(String text) {
    return text.length() <= LONGEST
        && !text.isEmpty()
        && SourceNote.isOpen(text.charAt(0))
        && SourceNote.isClose(text.charAt(text.length() - 1))
        && closing(text) != null;
  }

  /// The dateline in brackets that closes a paragraph; null if none does.
  static @Nullable Dateline closing(CharSequence paragraph) {
    if (paragraph.isEmpty() || !SourceNote.isClose(paragraph.charAt(paragraph.length() - 1))) {
      return null;
    }
    int from = Math.max(0, paragraph.length() - LONGEST);
    String tail = paragraph.subSequence(from, paragraph.length()).toString();
    int open = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('));
    if (open < 0) {
      return null;
    }
    Matcher m = CLOSING.matcher(tail.substring(open));
    if (!m.lookingAt() || m.group(4) == null) {
      return null;
    }
    String printed = Spacing.withoutSpaces(tail.substring(open + 1, tail.length() - 1));
    return new Dateline(printed, agency(m.group(1)), date(m), List.of(), false);
  }

  /// Reporters named in brackets at the head or the tail of an article: `（记者甲、乙）`.
  static List<String> reportersIn(String text) {
    Matcher m = REPORTERS.matcher(text);
    while (m.find()) {
      List<String> names = reporters(m.group(1));
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private static List<String> reporters(String text) {
    int at = text.indexOf("记者");
    return at < 0 && text.indexOf("通讯员") < 0 ? List.of() : Byline.names(text);
  }

  private static String agency(String name) {
    return name.startsWith("据") ? name.substring(1) : name;
  }

  private static @Nullable PartialDate date(Matcher m) {
    if (m.group(4) == null) {
      return null;
    }
    Integer year = m.group(3) == null ? null : Dates.number(m.group(3), true);
    return PartialDate.of(year, Dates.number(m.group(4), false), Dates.number(m.group(5), false));
  }
}
