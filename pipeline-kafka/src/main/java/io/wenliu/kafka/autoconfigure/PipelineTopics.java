package io.wenliu.kafka.autoconfigure;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// The topics with the settings that correctness hangs on; the rest is the operator's.
final class PipelineTopics {

  /// A dead letter is a record of up to the broker's limit and the headers that say why.
  private static final int DEAD_LETTER_BYTES = 1024 * 1024 + 64 * 1024;

  /// Milliseconds after which text that a tombstone has erased may no longer stand in a segment
  /// that the broker leaves alone.
  private static final String ERASED_AFTER = Long.toString(Duration.ofHours(1).toMillis());

  private static final String KEYS_KEPT = Long.toString(Duration.ofDays(1).toMillis());

  private PipelineTopics() {}

  static List<NewTopic> all(WenliuKafkaProperties properties) {
    List<NewTopic> topics = new ArrayList<>();
    for (String name : Topics.ALL) {
      topics.add(
          switch (name) {
            // The broker's clock is what versions come from where a source states none.
            case Topics.SUBMISSIONS, Topics.SUBMISSIONS_BACKFILL ->
                topic(
                    name,
                    properties,
                    Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
            // The index can be rebuilt from these alone, and alerts stand until they are removed.
            case Topics.ENRICHED, Topics.ENRICHED_BACKFILL, Topics.EMBEDDED, Topics.ALERTS ->
                topic(
                    name,
                    properties,
                    Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        "compact",
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                        ERASED_AFTER));
            // A key stands for the broker's time of its request, as a submission without one does.
            case Topics.INTAKE_KEYS ->
                topic(
                    name,
                    properties,
                    Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        "compact,delete",
                        TopicConfig.RETENTION_MS_CONFIG,
                        KEYS_KEPT,
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime"));
            default -> topic(name, properties, Map.of());
          });
    }
    for (Stage stage : Stage.values()) {
      topics.add(
          topic(
              Topics.deadLetters(stage),
              properties,
              Map.of(
                  TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                  Integer.toString(DEAD_LETTER_BYTES),
                  TopicConfig.CLEANUP_POLICY_CONFIG,
                  "compact",
                  TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                  ERASED_AFTER)));
    }
    return topics;
  }

  private static NewTopic topic(
      String name, WenliuKafkaProperties properties, Map<String, String> configs) {
    return new NewTopic(name, properties.partitions(), properties.replicationFactor())
        .configs(configs);
  }
}
