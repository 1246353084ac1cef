package io.wenliu.kafka.deadletters;

import java.time.Instant;

/// What the dead-letter topics tell.
public sealed interface DeadLetterEvent permits DeadLetter, DeadLetterEvent.Ended {

  /// The letter's id.
  String id();

  /// A letter is done with; its record is erased.
  ///
  /// @param at by the clock of who ended it
  record Ended(String id, End end, Instant at) implements DeadLetterEvent {}

  /// How a letter can end.
  enum End {
    /// It was put back on the topic that it came from.
    REPLAYED,
    /// It was thrown away: by an operator, or because its document was withdrawn.
    DISCARDED
  }
}
