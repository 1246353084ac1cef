package io.wenliu.kafka.publish;

import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.TransientException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/// Puts something on a topic outside of any stage, so for an HTTP intake. Thread-safe.
public final class EventPublisher {

  private final KafkaOperations<byte[], byte[]> kafka;
  private final EventWriter writer;
  private final Duration timeout;

  /// @param timeout for the broker's acknowledgement
  public EventPublisher(
      KafkaOperations<byte[], byte[]> kafka, EventWriter writer, Duration timeout) {
    this.kafka = kafka;
    this.writer = writer;
    this.timeout = timeout;
  }

  /// Returns once all in-sync replicas have it.
  ///
  /// @throws TransientException if Kafka did not acknowledge in time; it may still have it
  /// @throws java.io.UncheckedIOException if a large value cannot be kept now
  public void publish(Outbound outbound) {
    try {
      var _ =
          kafka.send(writer.write(outbound, null)).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while Kafka had not acknowledged", e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new TransientException("Kafka did not acknowledge", e);
    }
  }
}
