package io.wenliu.ingest.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The day a page is from, if its furniture says so in one voice.
record PageDates(@Nullable LocalDate day) {
  /// A page reports what is at most this old, or dated at most tomorrow.
  private static final long OLDEST = 45;

  private static final long AHEAD = 2;
  private static final long AFTER_DOCUMENT = 180;

  static PageDates of(List<String> furniture) {
    LocalDate day = null;
    for (String line : furniture) {
      PartialDate date = Dates.first(line);
      if (date != null && date.year() != null) {
        LocalDate found = Objects.requireNonNull(date.year()).atMonthDay(date.day());
        if (day != null && !day.equals(found)) {
          return new PageDates(null);
        }
        day = found;
      }
    }
    return new PageDates(day);
  }

  /// The only year that makes a date fit this page or the document it reports; null if none is
  /// certain.
  @Nullable Integer yearOf(PartialDate open, @Nullable PartialDate document) {
    if (document != null && document.year() != null) {
      LocalDate issued = Objects.requireNonNull(document.year()).atMonthDay(document.day());
      for (int year = issued.getYear(); year <= issued.getYear() + 1; year++) {
        LocalDate date = open.day().atYear(year);
        long days = ChronoUnit.DAYS.between(issued, date);
        if (days >= 0 && days <= AFTER_DOCUMENT) {
          return year;
        }
      }
    }
    if (day != null) {
      for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
        long days = ChronoUnit.DAYS.between(open.day().atYear(year), day);
        if (days >= -AHEAD && days <= OLDEST) {
          return year;
        }
      }
    }
    return null;
  }
}
