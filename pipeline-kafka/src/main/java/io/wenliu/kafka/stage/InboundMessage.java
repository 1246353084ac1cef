package io.wenliu.kafka.stage;

import io.wenliu.contract.PipelineMessage;
import io.wenliu.kafka.event.InboundRecord;

/// A contract message and the record it came in.
public record InboundMessage(PipelineMessage message, InboundRecord record) {}
