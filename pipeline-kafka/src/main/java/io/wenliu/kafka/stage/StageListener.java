package io.wenliu.kafka.stage;

import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.event.InboundRecord;
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
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/// One poll, one transaction: what follows from its records and their offsets are committed
/// together.
///
/// Where not all of them can be done, those before are committed and the rest is read again; so the
/// container never acknowledges by itself. Trouble that passes is waited for here, without an end,
/// in steps far below `max.poll.interval`, so the consumer stays in its group. The transaction
/// reaches the broker only after the work is done: a slow record holds up no reader of the topics
/// behind.
final class StageListener
    implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

  private static final Logger log = LoggerFactory.getLogger(StageListener.class);
  private static final Duration NAP = Duration.ofMillis(50);

  private final BatchRunner runner;
  private final KafkaOperations<byte[], byte[]> kafka;
  private final ClaimStore claims;
  private final StageSettings settings;
  private final StageMetrics metrics;
  private final BooleanSupplier stopping;
  private int retries;

  StageListener(
      BatchRunner runner,
      KafkaOperations<byte[], byte[]> kafka,
      ClaimStore claims,
      StageSettings settings,
      StageMetrics metrics,
      BooleanSupplier stopping) {
    this.runner = runner;
    this.kafka = kafka;
    this.claims = claims;
    this.settings = settings;
    this.metrics = metrics;
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
    try {
      BatchRunner.Progress progress = runner.run(inbound, stopping);
      if (progress.done() > 0) {
        for (ProducerRecord<byte[], byte[]> outbound : progress.outbound()) {
          // The commit waits for every send and fails if one has.
          var _ = kafka.send(outbound);
        }
        kafka.sendOffsetsToTransaction(
            next(records.subList(0, progress.done())), consumer.groupMetadata());
        retries = 0;
      }
      readAgain(records.subList(progress.done(), records.size()), consumer);
      if (progress.trouble() != null && progress.done() == 0) {
        backOff(inbound.getFirst(), progress.trouble());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      readAgain(records, consumer);
    }
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
    Map<TopicPartition, Long> first = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : rest) {
      first.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
    }
    first.forEach(consumer::seek);
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
