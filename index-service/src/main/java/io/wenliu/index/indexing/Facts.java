package io.wenliu.index.indexing;

import io.wenliu.contract.Stage;
import io.wenliu.kafka.event.Outbound;
import java.time.Instant;
import java.util.List;

/// Turns facts into journey events.
final class Facts {

  private Facts() {}

  static List<Outbound> outbound(List<Fact> facts, Stage stage, Instant time) {
    return facts.stream().<Outbound>map(fact -> Outbound.journey(fact.at(stage, time))).toList();
  }
}
