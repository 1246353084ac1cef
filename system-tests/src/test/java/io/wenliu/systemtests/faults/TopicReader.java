package io.wenliu.systemtests.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads topics to their end without any consumer group, each record once.
public final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> next = new HashMap<>();

  /// @param isolation `read_committed` or `read_uncommitted`
  public TopicReader(String bootstrapServers, String isolation) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                isolation,
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                1000,
                "max.poll.records",
                5000,
                "enable.auto.commit",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /// Gives every record that has come since the last time to the sink.
  public void read(List<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    partitions.forEach(partition -> consumer.seek(partition, next.getOrDefault(partition, 0L)));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(topics + " could not be read to their end");
      }
      consumer.poll(POLL).forEach(sink);
    }
    partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
  }

  /// Reads this topic from its start next time.
  void forget(String topic) {
    next.keySet().removeIf(partition -> partition.topic().equals(topic));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
