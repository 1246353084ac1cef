package io.wenliu.kafka.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.DeadLetters;
import io.wenliu.kafka.stage.StageClients;
import io.wenliu.kafka.stage.TransientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/// Puts dead letters back on their way, or throws them away. Thread-safe.
///
/// A letter that is put back stands on the topic that it came from, as it was, in the same
/// transaction that erases it here and tells its journey. It keeps the version that its first
/// arrival gave it and the letter's id, so that putting it back twice is once in effect.
public final class DeadLetterBox implements AutoCloseable {

  private static final String CLIENT = "wenliu.dead-letter-box";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StageClients clients;
  private final EventWriter writer;
  private final Clock clock;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final KafkaTemplate<byte[], byte[]> kafka;

  /// Reads single letters; made when the first is asked for.
  private @Nullable Consumer<byte[], byte[]> consumer;

  public DeadLetterBox(StageClients clients, EventWriter writer, Clock clock) {
    this.clients = clients;
    this.writer = writer;
    this.clock = clock;
    this.producers = clients.transactionalProducers(CLIENT);
    this.kafka = new KafkaTemplate<>(producers);
  }

  /// @param place where the letter was seen; it is found elsewhere too
  /// @return when it was put back; empty when the letter is no longer there
  /// @throws TransientException if Kafka does not answer in time; it may have been put back
  public Optional<Instant> replay(String id, DeadLetter.Place place) {
    try {
      @Nullable ConsumerRecord<byte[], byte[]> letter = find(id, place);
      if (letter == null) {
        return Optional.empty();
      }
      Instant now = after(letter);
      Optional<ProducerRecord<byte[], byte[]>> fact = fact(id, letter, now);
      kafka.executeInTransaction(transaction -> {
        var _ = transaction.send(original(id, letter, now));
        fact.ifPresent(record -> {
          var _ = transaction.send(record);
        });
        var _ = transaction.send(tombstone(letter.topic(), id, DeadLetterEvent.End.REPLAYED, now));
        return null;
      });
      return Optional.of(now);
    } catch (KafkaException | org.springframework.kafka.KafkaException e) {
      throw new TransientException("Kafka did not take a dead letter back", e);
    }
  }

  /// Now, yet after the failure, which was told by another service's clock: of the two the later is
  /// how the journey stands.
  private Instant after(ConsumerRecord<byte[], byte[]> letter) {
    Instant now = clock.instant();
    return header(letter, DeadLetters.AT)
        .map(failed -> Instant.parse(failed).plusMillis(1))
        .filter(now::isBefore)
        .orElse(now);
  }

  /// Erases letters; erasing one that is gone changes nothing.
  ///
  /// @throws TransientException if Kafka does not answer in time; some may be erased
  public Instant discard(List<String> ids, Stage stage) {
    Instant now = clock.instant();
    try {
      kafka.executeInTransaction(transaction -> {
        for (String id : ids) {
          var _ =
              transaction.send(
                  tombstone(Topics.deadLetters(stage), id, DeadLetterEvent.End.DISCARDED, now));
        }
        return null;
      });
      return now;
    } catch (KafkaException | org.springframework.kafka.KafkaException e) {
      throw new TransientException("Kafka did not erase dead letters", e);
    }
  }

  private synchronized @Nullable ConsumerRecord<byte[], byte[]> find(
      String id, DeadLetter.Place place) {
    @Nullable Consumer<byte[], byte[]> reading = consumer;
    if (reading == null) {
      reading = clients.consumers(CLIENT + "-" + UUID.randomUUID(), 100).createConsumer();
      consumer = reading;
    }
    try {
      return find(reading, id, place);
    } catch (KafkaException e) {
      reading.close();
      consumer = null;
      throw e;
    }
  }

  private static @Nullable ConsumerRecord<byte[], byte[]> find(
      Consumer<byte[], byte[]> consumer, String id, DeadLetter.Place place) {
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    consumer.assign(List.of(partition));
    consumer.seek(partition, place.offset());
    @Nullable ConsumerRecord<byte[], byte[]> found = read(consumer, partition, id, true);
    if (found == null) {
      // The topic was made anew and filled again: it stands elsewhere.
      consumer.seekToBeginning(List.of(partition));
      found = read(consumer, partition, id, false);
    }
    return found == null || found.value() == null ? null : found;
  }

  /// @param firstOnly look at one record; otherwise at all, and take the last of this id
  private static @Nullable ConsumerRecord<byte[], byte[]> read(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, String id, boolean firstOnly) {
    long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    @Nullable ConsumerRecord<byte[], byte[]> found = null;
    while (consumer.position(partition, PATIENCE) < end) {
      if (System.nanoTime() - deadline > 0) {
        throw new TransientException("the dead letters cannot be read now", null);
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        if (record.key() != null && new String(record.key(), UTF_8).equals(id)) {
          found = record;
        }
        if (firstOnly) {
          return found;
        }
      }
    }
    return found;
  }

  private static ProducerRecord<byte[], byte[]> original(
      String id, ConsumerRecord<byte[], byte[]> letter, Instant now) {
    Headers headers = new RecordHeaders();
    byte @Nullable [] key = null;
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(DeadLetters.PREFIX)
          || header.key().equals(DeadLetters.ATTEMPT)) {
        headers.add(header);
      } else if (header.key().equals(DeadLetters.KEY)) {
        key = header.value();
      }
    }
    headers.add(DeadLetters.REPLAY, id.getBytes(UTF_8));
    headers.add(DeadLetters.AT, now.toString().getBytes(UTF_8));
    return new ProducerRecord<>(
        header(letter, DeadLetters.TOPIC).orElseThrow(), null, null, key, letter.value(), headers);
  }

  /// A vector that comes late, or an alert, is no matter of its article's journey.
  private Optional<ProducerRecord<byte[], byte[]>> fact(
      String id, ConsumerRecord<byte[], byte[]> letter, Instant now) {
    Stage stage = Stage.ofId(header(letter, DeadLetters.STAGE).orElseThrow());
    if (stage == Stage.EMBED || stage == Stage.INDEX_VECTORS || stage == Stage.ALERT) {
      return Optional.empty();
    }
    JourneyEvent replayed =
        new JourneyEvent(
            new DocumentId(id.substring(0, id.indexOf('-'))),
            header(letter, DeadLetters.VERSION)
                .map(version -> new Version(Long.parseLong(version)))
                .orElse(null),
            header(letter, DeadLetters.ARTICLE).map(ArticleId::new).orElse(null),
            stage,
            JourneyEvent.Step.REPLAYED,
            null,
            now);
    return Optional.of(writer.write(Outbound.journey(replayed), null));
  }

  private static ProducerRecord<byte[], byte[]> tombstone(
      String topic, String id, DeadLetterEvent.End end, Instant at) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, id.getBytes(UTF_8), (byte @Nullable []) null);
    record
        .headers()
        .add(DeadLetters.END, end.name().toLowerCase(Locale.ROOT).getBytes(UTF_8))
        .add(DeadLetters.AT, at.toString().getBytes(UTF_8));
    return record;
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }

  @Override
  public synchronized void close() {
    if (consumer != null) {
      consumer.close();
    }
    producers.destroy();
  }
}
