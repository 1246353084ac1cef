package io.wenliu.kafka.stage;

import io.wenliu.kafka.event.InboundRecord;

/// What a stage does with one record. It has no memory and no effect of its own: it may be called
/// from several threads, for records in any order, and again for the same record; only what it
/// returns counts.
@FunctionalInterface
public interface RecordProcessor {

  /// @return what follows from the record; thrown exceptions mean, by their kind:
  ///   [RejectedException] and [io.wenliu.contract.UnreadableMessageException] that it can never be
  ///   processed, those that [Trouble] takes for transient that it has to be tried again for as
  ///   long as it takes, any other that it is tried a few times more
  Outcome process(InboundRecord record) throws Exception;
}
