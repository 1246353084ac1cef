package io.wenliu.kafka.stage;

import io.wenliu.kafka.event.Outbound;
import java.util.List;

/// What became of a batch.
///
/// @param outbound written in this order in the transaction that commits the offsets
/// @param rejections of messages that can never be processed; the others of the batch are done
public record BatchOutcome(List<Outbound> outbound, List<Rejection> rejections) {

  /// Everything is done and nothing follows.
  public static final BatchOutcome NOTHING = new BatchOutcome(List.of(), List.of());

  public BatchOutcome {
    outbound = List.copyOf(outbound);
    rejections = List.copyOf(rejections);
  }

  /// One message that goes to the dead letters.
  public record Rejection(InboundMessage message, Outcome.Reject reject) {}
}
