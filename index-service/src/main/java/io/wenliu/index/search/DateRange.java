package io.wenliu.index.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days of publication, both ends included.
///
/// @param from null for no limit
/// @param to null for no limit
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2}))?)?[年月日]?");
  private static final Pattern BETWEEN = Pattern.compile("\\.\\.|~|至|到");

  /// Reads `2025-02-24`, `2025年2月`, `2025`, `2025-02..2025-03`, `2025-02..`, `..2025`.
  ///
  /// @throws DateTimeException if it is none of these
  public static DateRange parse(String text) {
    String[] ends = BETWEEN.split(text, -1);
    if (ends.length > 2 || text.isBlank()) {
      throw new DateTimeException("no date: " + text);
    }
    DateRange first = period(ends[0].strip());
    DateRange last = ends.length == 1 ? first : period(ends[1].strip());
    if (ends.length == 2 && first.from == null && last.to == null) {
      throw new DateTimeException("no date: " + text);
    }
    return new DateRange(first.from, last.to);
  }

  private static DateRange period(String text) {
    if (text.isEmpty()) {
      return new DateRange(null, null);
    }
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      throw new DateTimeException("no date: " + text);
    }
    int year = Integer.parseInt(date.group(1));
    if (date.group(2) == null) {
      return new DateRange(Year.of(year).atDay(1), YearMonth.of(year, 12).atEndOfMonth());
    }
    YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
    if (date.group(3) == null) {
      return new DateRange(month.atDay(1), month.atEndOfMonth());
    }
    LocalDate day = month.atDay(Integer.parseInt(date.group(3)));
    return new DateRange(day, day);
  }
}
