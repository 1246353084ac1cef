package io.wenliu.ingest.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers before headings: 一、 outermost, then （一）, then 1. and the like.
final class Numbering {
  private static final Pattern CHAPTER =
      Pattern.compile("^第[一二三四五六七八九十百零〇0-9]{1,5}[章编篇部节][\\s　：:]?");
  private static final Pattern OUTER =
      Pattern.compile("^[一二三四五六七八九十]{1,3}\\s*[、．.]|^[壹贰叁肆伍陆柒捌玖拾]、");
  private static final Pattern INNER = Pattern.compile("^[（(][一二三四五六七八九十]{1,3}[）)]");
  private static final Pattern ARABIC =
      Pattern.compile("^(?:[0-9]{1,2}\\s*[、．]|[0-9]{1,2}\\.(?![0-9])|[①-⑳])");
  private static final Pattern RUN_IN =
      Pattern.compile(
          "^((?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)[^。，；：“”]{3,40}(?:、[^。，；：“”]{1,20})*)[。]");

  private static final String FIRST = "第一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

  private Numbering() {}

  /// 1, 2 or 3; 0 where the text has no number.
  static int level(String text) {
    if (text.isEmpty() || FIRST.indexOf(text.charAt(0)) < 0) {
      return 0;
    }
    if (OUTER.matcher(text).lookingAt() || CHAPTER.matcher(text).lookingAt()) {
      return 1;
    }
    if (INNER.matcher(text).lookingAt()) {
      return 2;
    }
    return ARABIC.matcher(text).lookingAt() ? 3 : 0;
  }

  /// The numbered heading that a paragraph begins with; empty if it begins with none.
  static String runIn(String paragraph) {
    if (paragraph.isEmpty() || FIRST.indexOf(paragraph.charAt(0)) < 0) {
      return "";
    }
    String head = paragraph.length() > 80 ? paragraph.substring(0, 80) : paragraph;
    Matcher m = RUN_IN.matcher(head);
    return m.lookingAt() ? m.group(1) : "";
  }
}
