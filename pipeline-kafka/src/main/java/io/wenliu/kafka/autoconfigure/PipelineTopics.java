package io.wenliu.kafka.autoconfigure;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// The topics with the settings that correctness hangs on; the rest is the operator's.
final class PipelineTopics {

  /// A dead letter is a record of up to the broker's limit and the headers that say why.
  private static final int DEAD_LETTER_BYTES = 1024 * 1024 + 64 * 1024;

  private PipelineTopics() {}

  static List<NewTopic> all(WenliuKafkaProperties properties) {
    List<NewTopic> topics = new ArrayList<>();
    for (String name : Topics.ALL) {
      topics.add(
          switch (name) {
            // The broker's clock is what versions come from where a source states none.
            case Topics.SUBMISSIONS ->
                topic(
                    name,
                    properties,
                    Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
            // The index can be rebuilt from these alone, and alerts stand until they are removed.
            case Topics.ENRICHED, Topics.EMBEDDED, Topics.ALERTS ->
                topic(name, properties, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
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
                  TopicConfig.RETENTION_MS_CONFIG,
                  "-1")));
    }
    return topics;
  }

  private static NewTopic topic(
      String name, WenliuKafkaProperties properties, Map<String, String> configs) {
    return new NewTopic(name, properties.partitions(), properties.replicationFactor())
        .configs(configs);
  }
}
