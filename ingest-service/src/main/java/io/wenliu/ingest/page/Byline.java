package io.wenliu.ingest.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who wrote an article, as a line of its own says it.
///
/// @param agency 新华社, 本报 and so on, if named
/// @param certain whether the line says so itself (`□`, `记者`, `作者：`); a bare name needs company
record Byline(List<String> authors, @Nullable String agency, boolean certain) {
  private static final int LONGEST = 80;
  private static final String MARKS = "□■◎○●◆◇▲△▼▽★☆◇▪▶►◤◥♦•·※✎✍";

  private static final String HOUSE =
      "(?:新华社|中新社|中新网|新华网|人民网|央视网|中国新闻社|本报|本刊|本网|本社|本台|总台央视|总台|央视|"
          + "[\\u4e00-\\u9fff]{2,10}(?:日报|晚报|时报|周报|早报|晨报|商报|都市报|青年报|军报|社|网|通讯社|电视台|融媒体中心|融媒))";

  private static final Pattern REPORTER =
      Pattern.compile(
          "^(?:作者|撰文|文|图文|文图|文/图|采写)?\\s*[:：/／|]?\\s*("
              + HOUSE
              + ")?\\s*(?:全媒体|融媒|融媒体|首席|见习|实习|特约|驻[\\u4e00-\\u9fff]{2,6})?"
              + "(?:记者|通讯员|特派记者|评论员|特约记者|特约通讯员)\\s*[:：]?\\s*(.+)$");

  private static final Pattern LABELLED =
      Pattern.compile("^(?:本文)?(?:作者|撰文|撰稿|执笔|口述|文|图文|文图|文字|采写)\\s*[:：/／|]\\s*(.+)$");

  private static final Pattern ROLES =
      Pattern.compile("(?:本报|新华社)?(?:见习|实习|特约)?(?:记者|通讯员)\\s*[:：]?");

  private static final Pattern COMMENTATOR =
      Pattern.compile("^(?:" + HOUSE + ")(?:特约)?(?:评论员|评论部|编辑部|社论)$");

  /// Reads a line; null if it is no byline.
  static @Nullable Byline read(String line) {
    if (line.length() > LONGEST || line.isEmpty() || Punctuation.commas(line) > 1) {
      return null;
    }
    String text = line;
    boolean marked = false;
    while (!text.isEmpty() && MARKS.indexOf(text.charAt(0)) >= 0) {
      text = Spacing.trim(text.substring(1));
      marked = true;
    }
    if (text.length() > 2 && isBracketed(text)) {
      text = Spacing.trim(text.substring(1, text.length() - 1));
    }
    if (text.length() <= 20
        && (text.endsWith("员") || text.endsWith("部") || text.endsWith("社论"))
        && COMMENTATOR.matcher(text).matches()) {
      return new Byline(List.of(text), null, true);
    }
    if (text.isEmpty()) {
      return null;
    }
    Matcher reporter = namesOffice(text) ? REPORTER.matcher(text) : null;
    if (reporter != null && reporter.matches()) {
      List<String> names = names(reporter.group(2));
      return names.isEmpty() ? null : new Byline(names, reporter.group(1), true);
    }
    Matcher labelled = "作本撰执口文图采".indexOf(text.charAt(0)) >= 0 ? LABELLED.matcher(text) : null;
    if (labelled != null && labelled.matches()) {
      List<String> names = names(labelled.group(1));
      return names.isEmpty() ? null : new Byline(names, null, true);
    }
    List<String> names = Names.parseAll(text);
    if (!names.isEmpty()) {
      return new Byline(names, null, marked);
    }
    if (marked && text.length() <= 16 && Spacing.isHan(text.charAt(0)) && !hasSentence(text)) {
      return new Byline(List.of(text), null, true);
    }
    return null;
  }

  /// The names in the text after the word 记者.
  static List<String> names(String text) {
    return Names.parseAll(Spacing.trim(ROLES.matcher(text).replaceAll(" ")));
  }

  private static boolean namesOffice(String text) {
    return text.contains("记者") || text.contains("通讯员") || text.contains("评论员");
  }

  private static boolean isBracketed(String text) {
    return (text.charAt(0) == '（' || text.charAt(0) == '(')
        && (text.charAt(text.length() - 1) == '）' || text.charAt(text.length() - 1) == ')');
  }

  private static boolean hasSentence(String text) {
    return Punctuation.commas(text) > 0 || Punctuation.endsWithStop(text) || text.indexOf('：') >= 0;
  }
}
