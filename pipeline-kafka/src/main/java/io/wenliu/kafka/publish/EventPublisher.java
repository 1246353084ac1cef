package io.wenliu.kafka.publish;

import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.TransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;

/// Puts something on a topic outside of any stage, so for an HTTP intake. Thread-safe.
public final class EventPublisher implements AutoCloseable {

  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final KafkaOperations<byte[], byte[]> kafka;
  private final EventWriter writer;
  private final Duration timeout;

  /// @param producers destroyed with this publisher
  /// @param timeout for the broker's acknowledgement
  public EventPublisher(
      DefaultKafkaProducerFactory<byte[], byte[]> producers, EventWriter writer, Duration timeout) {
    this.producers = producers;
    this.kafka = new KafkaTemplate<>(producers);
    this.writer = writer;
    this.timeout = timeout;
  }

  /// Returns once all in-sync replicas have it.
  ///
  /// @return the record's time: the broker's where the topic says so, else this process's
  /// @throws TransientException if Kafka did not acknowledge in time; it may still have it
  /// @throws java.io.UncheckedIOException if a large value cannot be kept now
  public Instant publish(Outbound outbound) {
    return publish(outbound, null);
  }

  /// The same for something that was received before.
  ///
  /// @param receivedAt when; null where the broker is still to say so
  /// @throws TransientException if Kafka did not acknowledge in time; it may still have it
  /// @throws java.io.UncheckedIOException if a large value cannot be kept now
  public Instant publish(Outbound outbound, @Nullable Instant receivedAt) {
    try {
      var sent =
          kafka
              .send(writer.write(outbound, receivedAt))
              .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return Instant.ofEpochMilli(sent.getRecordMetadata().timestamp());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while Kafka had not acknowledged", e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new TransientException("Kafka did not acknowledge", e);
    }
  }

  @Override
  public void close() {
    producers.destroy();
  }
}
