package io.wenliu.systemtests.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/// What an operator may do to topics under a running pipeline.
final class TopicSurgery implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Admin admin;

  TopicSurgery(String bootstrapServers) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  void repartition(String topic, int partitions) {
    get(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions))).all());
  }

  int partitions(String topic) {
    return of(topic, get(admin.describeTopics(List.of(topic)).allTopicNames())).partitions().size();
  }

  /// Deletes the topic and makes an empty one with the same settings.
  void makeAnew(String topic) {
    int partitions = partitions(topic);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<String, String> settings = new HashMap<>();
    for (ConfigEntry entry :
        of(resource, get(admin.describeConfigs(List.of(resource)).all())).entries()) {
      if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
        settings.put(entry.name(), entry.value());
      }
    }
    get(admin.deleteTopics(List.of(topic)).all());
    await().atMost(PATIENCE).until(() -> !get(admin.listTopics().names()).contains(topic));
    get(
        admin
            .createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings)))
            .all());
  }

  /// A consumer group without members reads the topic from its start again.
  void replay(String group, String topic) {
    Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
    for (int partition = 0; partition < partitions(topic); partition++) {
      start.put(new TopicPartition(topic, partition), new OffsetAndMetadata(0));
    }
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> {
          get(admin.alterConsumerGroupOffsets(group, start).all());
          return true;
        });
  }

  /// Whose clock gives a topic's records their time: the broker's, or the sender's.
  void timestamps(String topic, String type) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    get(
        admin
            .incrementalAlterConfigs(
                Map.of(
                    resource,
                    List.of(
                        new AlterConfigOp(
                            new ConfigEntry("message.timestamp.type", type),
                            AlterConfigOp.OpType.SET))))
            .all());
  }

  @Override
  public void close() {
    admin.close();
  }

  private static <K, V> V of(K key, Map<K, V> answers) {
    return Objects.requireNonNull(answers.get(key), () -> "no answer for " + key);
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
