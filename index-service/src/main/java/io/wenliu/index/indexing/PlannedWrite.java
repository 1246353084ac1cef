package io.wenliu.index.indexing;

import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.kafka.stage.InboundMessage;
import org.jspecify.annotations.Nullable;

/// A write and where it comes from.
///
/// @param fact what the journey is told once searches show it; null for nothing
/// @param cause the message that goes to the dead letters if Elasticsearch can never take the write
record PlannedWrite(IndexWrite write, @Nullable Fact fact, InboundMessage cause) {}
