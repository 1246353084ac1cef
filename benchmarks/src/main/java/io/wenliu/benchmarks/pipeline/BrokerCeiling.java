package io.wenliu.benchmarks.pipeline;

import io.wenliu.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// How fast the broker alone carries the very records that the pipeline put on all its topics:
/// written in transactions of the size that stages use, read committed at the same time.
final class BrokerCeiling {

  private static final String TOPIC = "bench-broker";
  private static final int BATCH = 200;
  private static final int PARTITIONS = 6;
  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrap;
  private final Map<TopicPartition, Long> before;

  /// Remembers where the topics end now; what comes after counts.
  BrokerCeiling(String bootstrap) {
    this.bootstrap = bootstrap;
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      before = new HashMap<>(consumer.endOffsets(partitions(consumer)));
    }
  }

  /// @param articles how many went through the pipeline meanwhile
  /// @return articles per second
  double measure(int articles) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> records = recordsSince();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      NewTopic topic = new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty());
      admin.createTopics(List.of(topic)).all().get();
      try {
        return articles / seconds(records);
      } finally {
        admin.deleteTopics(List.of(TOPIC)).all().get();
      }
    }
  }

  private double seconds(List<ConsumerRecord<byte[], byte[]>> records) {
    long start = System.nanoTime();
    CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> readAll(records.size()));
    writeAll(records);
    reading.join();
    return (System.nanoTime() - start) / 1e9;
  }

  private void writeAll(List<ConsumerRecord<byte[], byte[]>> records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrap, "transactional.id", "bench-" + UUID.randomUUID()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      for (int from = 0; from < records.size(); from += BATCH) {
        producer.beginTransaction();
        for (ConsumerRecord<byte[], byte[]> record :
            records.subList(from, Math.min(records.size(), from + BATCH))) {
          // The commit below throws what went wrong with any of them.
          var _ =
              producer.send(
                  new ProducerRecord<>(
                      TOPIC, null, record.key(), record.value(), record.headers()));
        }
        producer.commitTransaction();
      }
    }
  }

  private void readAll(int expected) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> all =
          consumer.partitionsFor(TOPIC).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      int read = 0;
      while (read < expected) {
        read += consumer.poll(POLL).count();
      }
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> recordsSince() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> all = partitions(consumer);
      Map<TopicPartition, Long> end = consumer.endOffsets(all);
      consumer.assign(all);
      all.forEach(partition -> consumer.seek(partition, before.getOrDefault(partition, 0L)));
      while (all.stream().anyMatch(p -> consumer.position(p) < end.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return Topics.ALL.stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false,
            "max.poll.records",
            2_000),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
