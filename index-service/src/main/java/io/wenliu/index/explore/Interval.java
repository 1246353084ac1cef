package io.wenliu.index.explore;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The steps of a time series; weeks begin on Monday.
enum Interval {
  DAY,
  WEEK,
  MONTH;

  /// As in parameters and answers.
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Interval> ofId(String id) {
    return Arrays.stream(values()).filter(interval -> interval.id().equals(id)).findFirst();
  }

  /// The first day of the step that a day lies in.
  LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /// @param steps may be negative
  LocalDate plus(LocalDate start, int steps) {
    return switch (this) {
      case DAY -> start.plusDays(steps);
      case WEEK -> start.plusWeeks(steps);
      case MONTH -> start.plusMonths(steps);
    };
  }

  /// How the step is written: `2025-02-24`, a month `2025-02`.
  String label(LocalDate start) {
    return this == MONTH ? start.format(DateTimeFormatter.ofPattern("uuuu-MM")) : start.toString();
  }
}
