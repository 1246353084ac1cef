package io.wenliu.nlp.values;

import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.nlp.values.ValueRecognizer.Value;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Reads the time expression at a place of one text.
///
/// Most numbers of a text are no time: what is asked of every one of them is a character or two.
final class TimeReader {
  private static final String[] DAYS = {
    "大前天", "前天", "昨天", "昨日", "昨晚", "昨夜", "今天", "今日", "今晚", "今晨", "今早", "明天", "明日", "明晚", "后天"
  };
  private static final int[] DAY_SHIFTS = {-3, -2, -1, -1, -1, -1, 0, 0, 0, 0, 0, 1, 1, 1, 2};
  private static final String[] YEARS = {"前年", "去年", "今年", "明年", "后年"};
  private static final String[] HALVES = {"上半年", "下半年"};
  private static final String[] DAY_PARTS = {
    "凌晨", "清晨", "早晨", "早上", "上午", "中午", "下午", "傍晚", "晚上", "晚间", "深夜", "夜间", "早", "晚"
  };

  /// What each of them begins with.
  private static final String DAY_PART_STARTS = "凌清早上中下傍晚深夜";

  /// Units of a duration, the longer first where one begins like another, and their places in ISO
  /// 8601.
  private static final String[] DURATIONS = {
    "个多小时", "个小时", "小时", "分钟", "秒", "个月", "周年", "余年", "多年", "年", "个星期", "周", "天"
  };

  private static final String DURATION_STARTS = "个小分秒周余多年天";
  private static final String[] DURATION_PREFIXES = {
    "PT", "PT", "PT", "PT", "PT", "P", "P", "P", "P", "P", "P", "P", "P"
  };
  private static final char[] DURATION_DESIGNATORS = "HHHMSMYYYYWWD".toCharArray();

  private static final int LONGEST_BRACKET = 14;

  private final String text;
  private final Numerals numerals;
  private final @Nullable LocalDate published;

  TimeReader(String text, Numerals numerals, @Nullable LocalDate published) {
    this.text = text;
    this.numerals = numerals;
    this.published = published;
  }

  /// The time expression that starts exactly at `at`; null where none does.
  @Nullable Value at(int at) {
    char c = text.charAt(at);
    if (c == '今' || c == '昨' || c == '明' || c == '去' || c == '前' || c == '后' || c == '大') {
      Value relative = relative(at);
      if (relative != null) {
        return relative;
      }
    }
    if (c == '上' || c == '下' || c == '第' || c == '全' || c == '前') {
      return part(at, published == null ? null : published.getYear(), at);
    }
    if (c == '一' || c == '二' || c == '三' || c == '四') {
      Value quarter = part(at, published == null ? null : published.getYear(), at);
      if (quarter != null) {
        return quarter;
      }
    }
    Numeral number = numerals.at(at);
    return number == null || !number.plain() ? null : numeric(number);
  }

  private @Nullable Value relative(int at) {
    for (int i = 0; i < DAYS.length; i++) {
      if (text.startsWith(DAYS[i], at)) {
        LocalDate day = published == null ? null : published.plusDays(DAY_SHIFTS[i]);
        int end = at + DAYS[i].length();
        int bracket = bracketedDate(end);
        String stated = bracket > end ? stated(end + 1) : null;
        return clock(at, bracket, stated != null ? stated : day == null ? null : day.toString());
      }
    }
    for (int i = 0; i < YEARS.length; i++) {
      if (text.startsWith(YEARS[i], at)) {
        Integer year = published == null ? null : published.getYear() + i - 2;
        return afterYear(at, at + 2, year);
      }
    }
    return null;
  }

  /// `今天（11月26日）`: the end behind the bracket, or `end` itself.
  private int bracketedDate(int end) {
    if (end + 4 < text.length() && "（(".indexOf(text.charAt(end)) >= 0) {
      int limit = Math.min(text.length(), end + LONGEST_BRACKET);
      for (int close = end + 2; close < limit; close++) {
        if ("）)".indexOf(text.charAt(close)) >= 0) {
          return text.charAt(close - 1) == '日' ? close + 1 : end;
        }
      }
    }
    return end;
  }

  /// The date in the brackets of `今天（11月26日）`.
  private @Nullable String stated(int at) {
    Numeral number = numerals.at(at);
    Value date = number == null ? null : numeric(number);
    return date == null ? null : date.value();
  }

  private @Nullable Value numeric(Numeral number) {
    int end = number.end();
    if (end >= text.length()) {
      return null;
    }
    if (!number.isWhole()) {
      return duration(number, end);
    }
    long n = number.value().longValue();
    Value range = range(number);
    if (range != null) {
      return range;
    }
    char unit = text.charAt(end);
    if (unit == '年' && (end - number.start() == 4) && n >= 1000 && n <= 2200) {
      if (text.startsWith("年代", end)) {
        return new Value(
            number.start(), end + 2, EntityType.TIME, String.valueOf(n).substring(0, 3), null);
      }
      return afterYear(number.start(), end + 1, (int) n);
    }
    if (unit == '月' && n >= 1 && n <= 12) {
      return month(
          number.start(), end + 1, published == null ? null : published.getYear(), (int) n);
    }
    if (unit == '日' && n >= 1 && n <= 31 && number.digits()) {
      return clock(number.start(), end + 1, recentDay((int) n));
    }
    if (unit == '时' && n <= 24 && number.digits() && !text.startsWith("时代", end)) {
      return clock(number.start(), number.start(), published == null ? null : published.toString());
    }
    return duration(number, end);
  }

  /// `1—6月份`, `5至7日`.
  private @Nullable Value range(Numeral first) {
    int dash = first.end();
    if ("—-–～~至到".indexOf(text.charAt(dash)) < 0 || dash + 1 >= text.length()) {
      return null;
    }
    Numeral last = numerals.at(dash + 1);
    if (last == null || !last.plain() || last.end() >= text.length()) {
      return null;
    }
    int from = first.value().intValue();
    int to = last.value().intValue();
    char unit = text.charAt(last.end());
    int end = last.end() + 1;
    if (unit == '月' && from >= 1 && from < to && to <= 12) {
      int year = published == null ? 0 : published.getYear();
      return interval(
          first.start(),
          text.startsWith("份", end) ? end + 1 : end,
          year == 0 ? null : year,
          from,
          to);
    }
    if (unit == '日' && from >= 1 && from < to && to <= 31) {
      return new Value(
          first.start(), end, EntityType.TIME, recentDay(from) + "/" + recentDay(to), null);
    }
    return null;
  }

  private @Nullable Value afterYear(int start, int end, @Nullable Integer year) {
    Numeral next = numerals.at(end);
    if (next != null
        && next.plain()
        && next.end() < text.length()
        && text.charAt(next.end()) == '月') {
      long month = next.value().longValue();
      if (month >= 1 && month <= 12) {
        return month(start, next.end() + 1, year, (int) month);
      }
    }
    Value part = end < text.length() ? part(start, year, end) : null;
    return part != null
        ? part
        : new Value(start, end, EntityType.TIME, year == null ? null : padded(4, year), null);
  }

  /// `上半年`, `一季度`, `前三季度` that begin at `at`, of a year.
  private @Nullable Value part(int start, @Nullable Integer year, int at) {
    for (int i = 0; i < HALVES.length; i++) {
      if (text.startsWith(HALVES[i], at)) {
        return interval(start, at + 3, year, i == 0 ? 1 : 7, i == 0 ? 6 : 12);
      }
    }
    if (text.startsWith("全年", at)) {
      return new Value(start, at + 2, EntityType.TIME, year == null ? null : padded(4, year), null);
    }
    boolean first = text.startsWith("前", at);
    int from = at + (first || text.startsWith("第", at) ? 1 : 0);
    if (from + 2 < text.length() && text.startsWith("季度", from + 1)) {
      int quarter = "一二三四".indexOf(text.charAt(from)) + 1;
      if (quarter > 0) {
        return interval(start, from + 3, year, first ? 1 : quarter * 3 - 2, quarter * 3);
      }
    }
    return null;
  }

  private static Value interval(int start, int end, @Nullable Integer year, int from, int to) {
    String value = year == null ? null : YearMonth.of(year, from) + "/" + YearMonth.of(year, to);
    return new Value(start, end, EntityType.TIME, value, null);
  }

  private Value month(int start, int end, @Nullable Integer year, int month) {
    Numeral next = numerals.at(end);
    if (next != null
        && next.plain()
        && next.end() < text.length()
        && text.charAt(next.end()) == '日') {
      int day = next.value().intValue();
      if (day >= 1 && day <= 31) {
        return clock(start, next.end() + 1, date(year, month, day));
      }
    }
    int to = text.startsWith("份", end) ? end + 1 : end;
    String value =
        year == null ? "--" + padded(2, month) : padded(4, year) + "-" + padded(2, month);
    return new Value(start, to, EntityType.TIME, value, null);
  }

  private static String date(@Nullable Integer year, int month, int day) {
    String rest = padded(2, month) + "-" + padded(2, day);
    return year == null ? "--" + rest : padded(4, year) + "-" + rest;
  }

  /// The last such day up to the publication, `---27` where that is unknown.
  private String recentDay(int day) {
    if (published == null) {
      return "---" + padded(2, day);
    }
    YearMonth month = YearMonth.from(published);
    for (int back = 0; back < 3; back++) {
      YearMonth candidate = month.minusMonths(back);
      boolean exists = candidate.isValidDay(day);
      if (exists && !candidate.atDay(day).isAfter(published.plusDays(10))) {
        return candidate.atDay(day).toString();
      }
    }
    return "---" + padded(2, day);
  }

  /// Adds a time of day that follows a date: `下午3时`, `18时30分许`.
  private Value clock(int start, int end, @Nullable String date) {
    int at = end;
    boolean afternoon = false;
    int spoken = end;
    boolean mayBePart = at < text.length() && DAY_PART_STARTS.indexOf(text.charAt(at)) >= 0;
    for (int i = 0; mayBePart && i < DAY_PARTS.length; i++) {
      String part = DAY_PARTS[i];
      if (text.startsWith(part, at)) {
        at += part.length();
        spoken = at;
        afternoon =
            part.equals("下午") || part.startsWith("晚") || part.equals("傍晚") || part.equals("深夜");
        break;
      }
    }
    Numeral hour = numerals.at(at);
    if (hour == null
        || !hour.plain()
        || hour.end() >= text.length()
        || "时点".indexOf(text.charAt(hour.end())) < 0
        || hour.value().intValue() > 24) {
      return new Value(start, spoken, EntityType.TIME, date, null);
    }
    int h = hour.value().intValue();
    h = afternoon && h < 12 ? h + 12 : h;
    int minute = 0;
    int to = hour.end() + 1;
    Numeral minutes = numerals.at(to);
    if (minutes != null
        && minutes.end() < text.length()
        && text.charAt(minutes.end()) == '分'
        && minutes.value().intValue() < 60) {
      minute = minutes.value().intValue();
      to = minutes.end() + 1;
    } else if (text.startsWith("半", to)) {
      minute = 30;
      to++;
    }
    if (text.startsWith("许", to)) {
      to++;
    }
    String time = "T" + padded(2, h) + ":" + padded(2, minute);
    return new Value(start, to, EntityType.TIME, date == null ? time : date + time, null);
  }

  private @Nullable Value duration(Numeral number, int end) {
    if (DURATION_STARTS.indexOf(text.charAt(end)) < 0) {
      return null;
    }
    for (int i = 0; i < DURATIONS.length; i++) {
      if (text.startsWith(DURATIONS[i], end)) {
        String n = number.value().stripTrailingZeros().toPlainString();
        String value = DURATION_PREFIXES[i] + n + DURATION_DESIGNATORS[i];
        return new Value(number.start(), end + DURATIONS[i].length(), EntityType.TIME, value, null);
      }
    }
    return null;
  }

  /// A number in so many digits, or in more where it needs them.
  private static String padded(int digits, int number) {
    String plain = Integer.toString(number);
    return plain.length() >= digits ? plain : "0".repeat(digits - plain.length()) + plain;
  }
}
