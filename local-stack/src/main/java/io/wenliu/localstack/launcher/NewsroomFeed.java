package io.wenliu.localstack.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Pushes files as a newsroom system does: their bytes, with CloudEvents 1.0 headers in binary
/// mode.
final class NewsroomFeed implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final KafkaProducer<String, byte[]> producer;

  NewsroomFeed(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "enable.idempotence", true),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /// Returns when the broker has it.
  ///
  /// @throws IllegalStateException when the broker does not take it in time
  void push(Seed seed) {
    var record =
        new ProducerRecord<>(
            Topics.SUBMISSIONS, seed.documentId().value(), seed.text().getBytes(UTF_8));
    headers(seed).forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    try {
      producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka did not take " + seed.fileName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while pushing " + seed.fileName(), e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static Map<String, String> headers(Seed seed) {
    return Map.of(
        "ce_specversion",
        "1.0",
        "ce_id",
        UUID.randomUUID().toString(),
        "ce_type",
        "io.wenliu.file.v1",
        "ce_source",
        "/" + Seed.SOURCE,
        "ce_subject",
        seed.fileName(),
        "ce_filename",
        seed.fileName(),
        // The page's own version number: pushing the same page again changes nothing.
        "ce_sourceversion",
        "1",
        "content-type",
        "text/plain");
  }
}
