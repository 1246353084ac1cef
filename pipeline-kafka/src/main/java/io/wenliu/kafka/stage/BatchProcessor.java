package io.wenliu.kafka.stage;

import java.util.List;

/// What a stage does that works on many messages at once and has an effect outside of Kafka.
/// Offsets are committed after it has returned, so a batch, or a part of it, may come again: the
/// effect has to be one that can be repeated.
@FunctionalInterface
public interface BatchProcessor {

  /// @param batch at least one message; each partition's in its order
  /// @return what follows; exceptions mean the same as in [RecordProcessor#process], for the batch
  ///   as a whole: after an unexpected one its messages are tried one by one, so that only the
  ///   culprit is dead-lettered
  BatchOutcome process(List<InboundMessage> batch) throws Exception;
}
