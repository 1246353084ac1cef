package io.wenliu.index.rebuild;

import io.wenliu.contract.Lane;
import io.wenliu.contract.Topics;
import io.wenliu.index.indexing.IndexingSettings;
import io.wenliu.kafka.claims.ClaimStore;
import java.util.Arrays;
import java.util.List;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Opens the topics that the indices are made of.
@Component
class RebuildListener {

  private final ConsumerFactory<?, ?> consumers;
  private final ClaimStore claims;
  private final IndexingSettings settings;

  RebuildListener(ConsumerFactory<?, ?> consumers, ClaimStore claims, IndexingSettings settings) {
    this.consumers = consumers;
    this.claims = claims;
    this.settings = settings;
  }

  /// Articles, manifests and withdrawals of both lanes from the first on.
  TopicListener articles() {
    List<String> topics = Arrays.stream(Lane.values()).map(Lane::enriched).toList();
    return new TopicListener(consumers, claims, settings.batchSize(), topics);
  }

  /// Vectors from the first on.
  TopicListener vectors() {
    return new TopicListener(
        consumers, claims, settings.vectorBatchSize(), List.of(Topics.EMBEDDED));
  }
}
