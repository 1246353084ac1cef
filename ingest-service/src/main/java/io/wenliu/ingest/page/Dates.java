package io.wenliu.ingest.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as newspapers print them.
final class Dates {
  private static final String N = "[0-9０-９]";
  private static final String CN = "[〇零○一二三四五六七八九十]";

  static final Pattern DAY =
      Pattern.compile(
          "(?:("
              + N
              + "{4}|"
              + CN
              + "{4})\\s*[年./．\\-－]\\s*)?"
              + "("
              + N
              + "{1,2}|"
              + CN
              + "{1,3})\\s*[月./．\\-－]\\s*("
              + N
              + "{1,2}|"
              + CN
              + "{1,3})\\s*(?:日|号|(?!"
              + N
              + "))");

  private Dates() {}

  /// The first date in a text; a month and a day need their characters where the year is missing.
  static @Nullable PartialDate first(String text) {
    Matcher m = DAY.matcher(text);
    while (m.find()) {
      PartialDate date = read(m);
      if (date != null && (date.year() != null || m.group().indexOf('月') >= 0)) {
        return date;
      }
    }
    return null;
  }

  static @Nullable PartialDate read(Matcher m) {
    String year = m.group(1);
    return PartialDate.of(
        year == null ? null : (Integer) number(year, true),
        number(m.group(2), false),
        number(m.group(3), false));
  }

  /// Arabic or Chinese numerals; digits one by one (二〇二五) or by place (二十四).
  static int number(String text, boolean byDigit) {
    int value = 0;
    int last = 0;
    boolean placed = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '十' && !byDigit) {
        value += Math.max(1, last) * 10;
        last = 0;
        placed = true;
        continue;
      }
      int digit = digit(c);
      if (digit >= 0) {
        last = placed || i == 0 ? digit : last * 10 + digit;
      }
    }
    return value + last;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= '０' && c <= '９') {
      return c - '０';
    }
    if (c == '○') {
      return 0;
    }
    int at = "零一二三四五六七八九".indexOf(c);
    return c == '〇' ? 0 : at;
  }
}
