package io.wenliu.kafka.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// A real broker in this process, started when a test first asks for it, and plain clients to it.
final class KafkaBroker {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final KafkaBroker SHARED = new KafkaBroker();

  private final EmbeddedKafkaKraftBroker broker;

  private KafkaBroker() {
    broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "auto.create.topics.enable", "false",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "4",
            "group.initial.rebalance.delay.ms", "0"));
    broker.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
  }

  static KafkaBroker shared() {
    return SHARED;
  }

  String addresses() {
    return broker.getBrokersAsString();
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", addresses()));
  }

  void send(List<ProducerRecord<byte[], byte[]>> records) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", addresses()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the broker did not take it", e);
    }
  }

  /// Committed records of a topic from its start that match, once there are as many as expected.
  List<ConsumerRecord<byte[], byte[]>> read(
      String topic, int expected, Predicate<ConsumerRecord<byte[], byte[]>> matching) {
    return read(topic, expected, matching, "read_committed");
  }

  List<ConsumerRecord<byte[], byte[]>> read(
      String topic,
      int expected,
      Predicate<ConsumerRecord<byte[], byte[]>> matching,
      String isolation) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                addresses(),
                "group.id",
                UUID.randomUUID().toString(),
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
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> {
              if (matching.test(record)) {
                found.add(record);
              }
            });
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        atEnd = partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
      }
    }
    return found;
  }
}
