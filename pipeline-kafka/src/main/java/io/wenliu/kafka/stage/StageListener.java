package io.wenliu.kafka.stage;

import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.event.InboundRecord;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/// One poll, one transaction: what follows from its records and their offsets are committed
/// together. Where nothing follows there is nothing to hold together, and the offsets are committed
/// alone: a transaction is several requests and several entries of the coordinator's log, an offset
/// one of each.
///
/// The container commits nothing by itself: handed a transaction manager, it would acknowledge
/// every record of the poll, also those that are left for the next. Where not all can be done,
/// those before are committed and the rest is read again. Trouble that passes is waited for here,
/// without an end, in steps far below `max.poll.interval`, so the consumer stays in its group. The
/// transaction begins after the work is done: a slow record holds up no reader of the topics
/// behind.
final class StageListener
    implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

  private static final Logger log = LoggerFactory.getLogger(StageListener.class);
  private static final Duration NAP = Duration.ofMillis(50);

  /// Longer than a transaction can stay undecided.
  private static final Duration DECISION = Duration.ofSeconds(60);

  private final BatchRunner runner;
  private final DeadLetters deadLetters;
  private final KafkaOperations<byte[], byte[]> kafka;
  private final ClaimStore claims;
  private final StageSettings settings;
  private final StageMetrics metrics;
  private final RightOfWay rightOfWay;
  private final BooleanSupplier stopping;
  private int retries;

  StageListener(
      BatchRunner runner,
      DeadLetters deadLetters,
      KafkaOperations<byte[], byte[]> kafka,
      ClaimStore claims,
      StageSettings settings,
      StageMetrics metrics,
      RightOfWay rightOfWay,
      BooleanSupplier stopping) {
    this.runner = runner;
    this.deadLetters = deadLetters;
    this.kafka = kafka;
    this.claims = claims;
    this.settings = settings;
    this.metrics = metrics;
    this.rightOfWay = rightOfWay;
    this.stopping = stopping;
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<byte[], byte[]>> records,
      @Nullable Acknowledgment acknowledgment,
      @Nullable Consumer<?, ?> nullableConsumer) {
    Consumer<?, ?> consumer = Objects.requireNonNull(nullableConsumer);
    List<InboundRecord> inbound =
        records.stream().map(record -> new InboundRecord(record, claims)).toList();
    try (RightOfWay.@Nullable Work work = rightOfWay.begin(stopping)) {
      if (work == null) {
        readAgain(records, consumer);
        return;
      }
      BatchRunner.Progress progress = runner.run(inbound, stopping);
      List<ConsumerRecord<byte[], byte[]>> done = records.subList(0, progress.done());
      if (!done.isEmpty() && !commit(done, progress.outbound(), consumer)) {
        readFromCommitted(records, consumer);
        return;
      }
      readAgain(records.subList(progress.done(), records.size()), consumer);
      if (done.isEmpty() && progress.trouble() != null) {
        backOff(inbound.getFirst(), progress.trouble());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      readAgain(records, consumer);
    }
  }

  /// Whether it is committed; if not, it may still turn out to be.
  private boolean commit(
      List<ConsumerRecord<byte[], byte[]>> done,
      List<ProducerRecord<byte[], byte[]>> outbound,
      Consumer<?, ?> consumer)
      throws InterruptedException {
    try {
      if (committed(done, outbound, consumer)) {
        return true;
      }
      log.warn("What follows from {} records is too large for Kafka: one by one now", done.size());
      return commitOneByOne(done, consumer);
    } catch (KafkaException | org.springframework.kafka.KafkaException | UncheckedIOException e) {
      // The last is the claim store's, which is to keep what a dead letter is too small for.
      backOff(new InboundRecord(done.getFirst(), claims), e);
      return false;
    }
  }

  /// Whether all are committed. What follows from one of them is more than Kafka will ever take, so
  /// to try all of them again would never end: that one becomes a dead letter.
  private boolean commitOneByOne(
      List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer)
      throws InterruptedException {
    long deadline = System.nanoTime() + settings.batchTimeLimit().toNanos();
    for (ConsumerRecord<byte[], byte[]> raw : records) {
      InboundRecord record = new InboundRecord(raw, claims);
      BatchRunner.Progress progress = runner.run(List.of(record), stopping);
      if (progress.trouble() != null) {
        backOff(record, progress.trouble());
      }
      if (progress.done() == 0) {
        return false;
      }
      if (!committed(List.of(raw), progress.outbound(), consumer)) {
        commitDeadLetter(record, progress.outbound(), consumer);
      }
      if (System.nanoTime() - deadline > 0 || stopping.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /// @param tooLarge what follows from it; its dead letter where the stage has rejected it
  /// @throws KafkaException if that cannot be committed now
  private void commitDeadLetter(
      InboundRecord record,
      List<ProducerRecord<byte[], byte[]>> tooLarge,
      Consumer<?, ?> consumer) {
    List<ConsumerRecord<byte[], byte[]>> done = List.of(record.raw());
    RecordTooLargeException cause = new RecordTooLargeException("more than Kafka takes");
    log.error("{}: what follows from it is too large for Kafka, it is dead-lettered", record);
    List<ProducerRecord<byte[], byte[]>> letter = tooLarge;
    if (!deadLetters.areAmong(tooLarge)) {
      metrics.failed(cause.getClass().getSimpleName());
      letter =
          deadLetters.write(
              record, new Outcome.Reject("处理结果超过 Kafka 的上限", null, null, null), cause);
      if (committed(done, letter, consumer)) {
        return;
      }
    }
    if (!committed(done, deadLetters.smaller(letter), consumer)) {
      throw new KafkaException("not even a small dead letter fits its topic", cause);
    }
  }

  /// Whether it is committed: not if Kafka will never take one of the records, for its size.
  ///
  /// @throws KafkaException if it failed otherwise; it may still turn out to be committed
  private boolean committed(
      List<ConsumerRecord<byte[], byte[]>> done,
      List<ProducerRecord<byte[], byte[]>> outbound,
      Consumer<?, ?> consumer) {
    try {
      if (!outbound.isEmpty() || !commitAlone(next(done), consumer)) {
        kafka.executeInTransaction(transaction -> {
          for (ProducerRecord<byte[], byte[]> record : outbound) {
            // The commit waits for every send and fails if one has.
            var _ = transaction.send(record);
          }
          transaction.sendOffsetsToTransaction(next(done), consumer.groupMetadata());
          return null;
        });
      }
      retries = 0;
      return true;
    } catch (KafkaException | org.springframework.kafka.KafkaException e) {
      if (Trouble.isTooLarge(e)) {
        return false;
      }
      throw e;
    }
  }

  /// Whether it is committed: while its group shares out the partitions anew, a consumer takes no
  /// commit, but the broker takes a transaction's.
  private static boolean commitAlone(
      Map<TopicPartition, OffsetAndMetadata> offsets, Consumer<?, ?> consumer) {
    try {
      consumer.commitSync(offsets);
      return true;
    } catch (RebalanceInProgressException e) {
      return false;
    }
  }

  /// A commit that was not answered may have happened: only the broker knows where to go on. It
  /// answers once the transaction is decided, at the latest when its timeout ends it.
  ///
  /// @throws KafkaException if the broker does not tell; the container then stops and is started
  ///   anew
  private static void readFromCommitted(
      List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
    Map<TopicPartition, Long> first = firstOffsets(records, consumer);
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(first.keySet(), DECISION);
    first.forEach((partition, offset) -> {
      OffsetAndMetadata known = committed.get(partition);
      consumer.seek(partition, known == null ? offset : known.offset());
    });
  }

  private static Map<TopicPartition, OffsetAndMetadata> next(
      List<ConsumerRecord<byte[], byte[]>> done) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : done) {
      offsets.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    }
    return offsets;
  }

  private static void readAgain(
      List<ConsumerRecord<byte[], byte[]>> rest, Consumer<?, ?> consumer) {
    firstOffsets(rest, consumer).forEach(consumer::seek);
  }

  /// Of the partitions that are still this consumer's.
  private static Map<TopicPartition, Long> firstOffsets(
      List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
    Map<TopicPartition, Long> first = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      first.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
    }
    first.keySet().retainAll(consumer.assignment());
    return first;
  }

  private void backOff(InboundRecord first, Throwable trouble) throws InterruptedException {
    retries++;
    metrics.retried(trouble);
    Duration delay = settings.delay(retries);
    log.warn("{}: waiting {} ms, then trying again: {}", first, delay.toMillis(), trouble, trouble);
    long until = System.nanoTime() + delay.toNanos();
    while (System.nanoTime() < until && !stopping.getAsBoolean()) {
      Thread.sleep(NAP);
    }
  }
}
