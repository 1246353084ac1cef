package io.wenliu.kafka.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.kafka.stage.StageClients;
import io.wenliu.kafka.stage.TransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Notes on a compacted topic: what one instance has written, all of them find, also after a
/// restart. Of a key the first note that is still known counts. Thread-safe.
public final class NoteBook implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int BATCH = 1_000;
  private static final int MOST = 200_000;

  private final StageClients clients;
  private final EventPublisher publisher;
  private final String topic;
  private final Map<String, Note> notes = new Oldest();
  private @Nullable Consumer<byte[], byte[]> consumer;

  /// A note and when it was written, by the topic's time.
  public record Note(String text, Instant writtenAt) {}

  public NoteBook(StageClients clients, EventPublisher publisher, String topic) {
    this.clients = clients;
    this.publisher = publisher;
    this.topic = topic;
  }

  /// What is noted under a key, by whichever instance.
  ///
  /// @throws TransientException if Kafka does not tell in time
  public synchronized Optional<Note> find(String key) {
    if (!notes.containsKey(key)) {
      readOn();
    }
    return Optional.ofNullable(notes.get(key));
  }

  /// Returns once Kafka has the note.
  ///
  /// @return when it was written, by the topic's time
  /// @throws TransientException if Kafka did not acknowledge in time
  public Instant write(String key, String note) {
    return publisher.publish(new Outbound.Raw(topic, key, Map.of(), note.getBytes(UTF_8)));
  }

  private void readOn() {
    try {
      Consumer<byte[], byte[]> reader = consumer();
      Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment(), PATIENCE);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (ends.entrySet().stream()
          .anyMatch(end -> reader.position(end.getKey(), PATIENCE) < end.getValue())) {
        if (System.nanoTime() - deadline > 0) {
          throw new TransientException(topic + " cannot be read to its end now", null);
        }
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(100))) {
          if (record.key() != null && record.value() != null) {
            notes.putIfAbsent(
                new String(record.key(), UTF_8),
                new Note(
                    new String(record.value(), UTF_8), Instant.ofEpochMilli(record.timestamp())));
          }
        }
      }
    } catch (KafkaException e) {
      close();
      throw new TransientException(topic + " cannot be read now", e);
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Consumer<byte[], byte[]> reader = consumer;
    if (reader == null) {
      reader = clients.consumers("wenliu.notes-" + UUID.randomUUID(), BATCH).createConsumer();
      consumer = reader;
    }
    assign(reader);
    return reader;
  }

  /// The topic may still be to be made, and partitions may be added while it is read.
  private void assign(Consumer<byte[], byte[]> reader) {
    List<TopicPartition> partitions =
        reader.partitionsFor(topic, PATIENCE).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    Set<TopicPartition> before = reader.assignment();
    List<TopicPartition> added = partitions.stream().filter(p -> !before.contains(p)).toList();
    if (!added.isEmpty()) {
      reader.assign(partitions);
      reader.seekToBeginning(added);
    }
  }

  @Override
  public synchronized void close() {
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
  }

  /// Forgets the oldest.
  private static final class Oldest extends LinkedHashMap<String, Note> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Note> eldest) {
      return size() > MOST;
    }
  }
}
