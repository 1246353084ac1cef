package io.wenliu.kafka.stage;

import io.wenliu.testkit.KafkaRecords;
import io.wenliu.testkit.TestServers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Plain clients to the broker of the tests.
final class KafkaBroker {

  String addresses() {
    return TestServers.kafka();
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", addresses()));
  }

  /// How far a group has come, for the report of a failure.
  String progress(String group, String topic) {
    try (Admin admin = admin()) {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get()
          + ", members "
          + admin.describeConsumerGroups(List.of(group)).all().get()
          + ", ends "
          + admin
              .listOffsets(
                  Map.of(
                      new TopicPartition(topic, 0), OffsetSpec.latest(),
                      new TopicPartition(topic, 1), OffsetSpec.latest(),
                      new TopicPartition(topic, 2), OffsetSpec.latest()))
              .all()
              .get();
    } catch (InterruptedException | ExecutionException e) {
      return e.toString();
    }
  }

  void create(String topic) {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the broker does not make the topic", e);
    }
  }

  /// Of every producer that has begun a transaction.
  List<String> transactionalIds() {
    try (Admin admin = admin()) {
      return admin.listTransactions().all().get().stream()
          .map(TransactionListing::transactionalId)
          .toList();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the broker does not tell its transactions", e);
    }
  }

  void send(List<ProducerRecord<byte[], byte[]>> records) {
    send(records, Map.of("bootstrap.servers", addresses()));
  }

  /// As a newsroom whose producer compresses: the broker's limit is for what comes of that.
  void sendCompressed(List<ProducerRecord<byte[], byte[]>> records) {
    send(
        records,
        Map.of(
            "bootstrap.servers",
            addresses(),
            "compression.type",
            "gzip",
            "max.request.size",
            16 * 1024 * 1024));
  }

  private static void send(
      List<ProducerRecord<byte[], byte[]>> records, Map<String, Object> settings) {
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the broker did not take it", e);
    }
  }

  KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", addresses(), "linger.ms", 0),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /// Reads what is committed from now on.
  LiveReader liveReader(String topic) {
    return new LiveReader(addresses(), topic);
  }

  /// Committed records of a topic from its start that match, once there are as many as expected.
  List<ConsumerRecord<byte[], byte[]>> read(
      String topic, int expected, Predicate<ConsumerRecord<byte[], byte[]>> matching) {
    return KafkaRecords.committed(addresses()).read(topic, expected, matching);
  }

  /// Likewise, with what was rolled back.
  List<ConsumerRecord<byte[], byte[]>> readUncommittedToo(
      String topic, int expected, Predicate<ConsumerRecord<byte[], byte[]>> matching) {
    return KafkaRecords.uncommittedToo(addresses()).read(topic, expected, matching);
  }
}
