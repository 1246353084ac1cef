package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import java.util.Optional;

/// A date as a newspaper states it: `2025-02-24`, or `--02-24` where the year stays open (ISO
/// 8601).
///
/// @param value one of the two forms above, a day that exists
public record PartialDate(@JsonValue String value) {

  /// @throws IllegalArgumentException if the value is neither form or no day of the calendar
  @JsonCreator
  public PartialDate {
    Objects.requireNonNull(value, "date");
    try {
      if (value.startsWith("--")) {
        MonthDay.parse(value);
      } else {
        LocalDate.parse(value);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a date is 2025-02-24 or --02-24, not: " + value, e);
    }
  }

  /// A date whose year is known.
  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.toString());
  }

  /// The whole date; empty where the year is open.
  public Optional<LocalDate> date() {
    return value.startsWith("--") ? Optional.empty() : Optional.of(LocalDate.parse(value));
  }

  @Override
  public String toString() {
    return value;
  }
}
