package io.wenliu.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.PipelineMessage;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.event.EventReader;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.testkit.KafkaRecords;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// What an outsider sees of the pipeline: plain clients, no code of ours but the message reader.
final class KafkaTopic {

  private final String brokers;
  private final ClaimStore claims;

  KafkaTopic(String brokers, ClaimStore claims) {
    this.brokers = brokers;
    this.claims = claims;
  }

  /// Sends and waits for the acknowledgement.
  void send(String topic, @Nullable String key, byte[] value, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the broker did not take it", e);
    }
  }

  /// The committed messages under a key, oldest first, once there are as many as expected.
  List<PipelineMessage> messages(String topic, String key, int expected) {
    EventReader reader = new EventReader();
    return records(topic, key, expected).stream().map(reader::read).toList();
  }

  /// The committed records under a key, oldest first, once there are as many as expected.
  List<InboundRecord> records(String topic, String key, int expected) {
    return KafkaRecords.committed(brokers)
        .read(topic, expected, raw -> isUnder(key, new InboundRecord(raw, claims)))
        .stream()
        .map(raw -> new InboundRecord(raw, claims))
        .toList();
  }

  private static boolean isUnder(String key, InboundRecord record) {
    return record.key().filter(k -> k.equals(key) || k.startsWith(key + "-")).isPresent();
  }
}
