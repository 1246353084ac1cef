package io.wenliu.kafka.stage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads a topic as records are committed.
final class LiveReader implements AutoCloseable {

  private final KafkaConsumer<byte[], byte[]> consumer;

  LiveReader(String addresses, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", addresses, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /// Returns once a record with this key has come.
  void waitFor(String key) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
        if (TestDocuments.key(record).equals(key)) {
          return;
        }
      }
    }
    throw new AssertionError("no record with the key " + key);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
