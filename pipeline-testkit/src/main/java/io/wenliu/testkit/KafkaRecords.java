package io.wenliu.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads topics from their start, as somebody would who looks at them from outside.
public final class KafkaRecords {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String brokers;
  private final String isolation;

  private KafkaRecords(String brokers, String isolation) {
    this.brokers = brokers;
    this.isolation = isolation;
  }

  /// What is committed, and nothing of transactions that are open or aborted.
  public static KafkaRecords committed(String brokers) {
    return new KafkaRecords(brokers, "read_committed");
  }

  /// All that was ever written, aborted transactions too.
  public static KafkaRecords uncommittedToo(String brokers) {
    return new KafkaRecords(brokers, "read_uncommitted");
  }

  /// The records that match, in the order of each partition, once the end is reached and there are
  /// as many as expected; or fewer, when a minute has passed.
  public List<ConsumerRecord<byte[], byte[]>> read(
      String topic, int expected, Predicate<ConsumerRecord<byte[], byte[]>> matching) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                brokers,
                "isolation.level",
                isolation,
                "enable.auto.commit",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      boolean atEnd = false;
      while (System.nanoTime() < deadline && !(atEnd && found.size() >= expected)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
          if (matching.test(record)) {
            found.add(record);
          }
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        atEnd = partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
      }
    }
    return found;
  }
}
