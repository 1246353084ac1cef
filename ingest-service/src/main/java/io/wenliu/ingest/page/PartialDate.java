package io.wenliu.ingest.page;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/// A day whose year may be open.
///
/// @param year null where nothing makes it certain
public record PartialDate(@Nullable Year year, MonthDay day) {

  /// Null where there is no such day.
  static @Nullable PartialDate of(@Nullable Integer year, int month, int dayOfMonth) {
    try {
      Year y = year == null ? null : Year.of(year);
      MonthDay d = MonthDay.of(month, dayOfMonth);
      return y != null && !y.isValidMonthDay(d) ? null : new PartialDate(y, d);
    } catch (DateTimeException e) {
      return null;
    }
  }

  PartialDate withYear(int newYear) {
    return new PartialDate(Year.of(newYear), day);
  }

  /// ISO 8601: `2025-02-24`, or `--02-24` where the year is open.
  @Override
  public String toString() {
    return year == null ? day.toString() : year.atMonthDay(day).toString();
  }
}
