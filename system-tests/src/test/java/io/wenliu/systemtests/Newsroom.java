package io.wenliu.systemtests;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Topics;
import io.wenliu.testkit.SampleDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// A newsroom's own system that pushes into Kafka, with CloudEvents headers in binary mode. Threads
/// may push at the same time; each must flush what it has pushed.
public final class Newsroom implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String source;
  private final KafkaProducer<String, byte[]> producer;
  private final Queue<Future<RecordMetadata>> underWay = new ConcurrentLinkedQueue<>();

  /// @param source as in the submissions' `source`
  public Newsroom(String source, String bootstrapServers) {
    this.source = source;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.idempotence",
                true,
                "delivery.timeout.ms",
                (int) PATIENCE.toMillis()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  static Newsroom ofSharedPipeline(String source) {
    return new Newsroom(source, SharedPipeline.get().kafka().bootstrapServers());
  }

  public String source() {
    return source;
  }

  /// The document that this newsroom calls by this id.
  public DocumentId document(String ownId) {
    return DocumentId.of(source, ownId);
  }

  /// A file as it is, named by its own name.
  public void pushFile(SampleDocument file, long version) {
    push(
        null,
        document(file.name()),
        file.bytes(),
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", "io.wenliu.file.v1",
            "ce_source", "/" + source,
            "ce_subject", file.name(),
            "ce_filename", file.name(),
            "ce_sourceversion", Long.toString(version),
            "content-type", file.contentType()));
  }

  /// A message of the contract.
  public void push(DocumentId key, PipelineMessage message) {
    push(null, key, message);
  }

  /// A message of the contract that bears this time, where the topic lets the sender say so.
  public void pushAt(Instant time, DocumentId key, PipelineMessage message) {
    push(time, key, message);
  }

  private void push(@Nullable Instant time, DocumentId key, PipelineMessage message) {
    push(
        time,
        key,
        ContractJson.write(message),
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            message.type().id(),
            "ce_source",
            "/" + source,
            "content-type",
            "application/json"));
  }

  /// Returns when the broker has everything that was pushed.
  public void flush() {
    try {
      for (Future<RecordMetadata> sent = underWay.poll(); sent != null; sent = underWay.poll()) {
        sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka did not take a submission", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private void push(
      @Nullable Instant time, DocumentId key, byte[] value, Map<String, String> headers) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Topics.SUBMISSIONS,
            null,
            time == null ? null : time.toEpochMilli(),
            key.value(),
            value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    underWay.add(producer.send(record));
  }
}
