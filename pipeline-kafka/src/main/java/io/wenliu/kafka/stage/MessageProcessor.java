package io.wenliu.kafka.stage;

import io.wenliu.contract.PipelineMessage;
import io.wenliu.kafka.event.InboundRecord;

/// A [RecordProcessor] for topics that carry contract messages only.
@FunctionalInterface
public interface MessageProcessor {

  /// Under the same rules as [RecordProcessor#process].
  ///
  /// @param record where the message stood: its headers, its time
  Outcome process(PipelineMessage message, InboundRecord record) throws Exception;
}
