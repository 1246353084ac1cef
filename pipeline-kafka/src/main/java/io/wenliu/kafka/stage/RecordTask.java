package io.wenliu.kafka.stage;

import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work on one record, down to the bytes that follow from it.
final class RecordTask implements Callable<List<ProducerRecord<byte[], byte[]>>> {

  private static final Logger log = LoggerFactory.getLogger(RecordTask.class);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private final InboundRecord record;
  private final RecordProcessor processor;
  private final EventWriter writer;
  private final DeadLetters deadLetters;
  private final StageMetrics metrics;
  private final int attempts;
  private volatile long startedNanos;

  RecordTask(
      InboundRecord record,
      RecordProcessor processor,
      EventWriter writer,
      DeadLetters deadLetters,
      StageMetrics metrics,
      int attempts) {
    this.record = record;
    this.processor = processor;
    this.writer = writer;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.attempts = attempts;
  }

  InboundRecord record() {
    return record;
  }

  /// How long it has been running; nothing while it waits for its turn.
  Duration running() {
    long started = startedNanos;
    return started == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - started);
  }

  /// @throws Exception a transient one; every other end of the record is in the answer
  @Override
  public List<ProducerRecord<byte[], byte[]>> call() throws Exception {
    long started = System.nanoTime();
    startedNanos = started == 0 ? 1 : started;
    try {
      return tryOften();
    } finally {
      metrics.processed(running());
    }
  }

  private List<ProducerRecord<byte[], byte[]>> tryOften() throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return written(processor.process(record));
      } catch (UnreadableMessageException e) {
        return reject("无法读取：" + e.getMessage(), e);
      } catch (RejectedException e) {
        return reject(e.reason(), e.getCause());
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
        if (e instanceof Exception passing && Trouble.isTransient(passing)) {
          throw passing;
        }
        log.warn("{}: attempt {} of {} failed", record, attempt, attempts, e);
        if (attempt >= attempts) {
          return reject("处理时出错：" + e, e);
        }
        Thread.sleep(BETWEEN_ATTEMPTS.multipliedBy(attempt));
      }
    }
  }

  private List<ProducerRecord<byte[], byte[]>> written(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Emit emit -> {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(emit.outbound().size());
        Instant receivedAt = record.receivedAt();
        for (Outbound outbound : emit.outbound()) {
          records.add(writer.write(outbound, receivedAt));
        }
        metrics.done(record, false);
        yield records;
      }
      case Outcome.Reject reject -> reject(reject, null);
    };
  }

  /// The dead letter of a record that the stage could not deal with.
  ///
  /// @throws java.io.UncheckedIOException if its value is large and cannot be kept now
  List<ProducerRecord<byte[], byte[]>> reject(String reason, @Nullable Throwable cause) {
    return reject(new Outcome.Reject(reason, null, null, null), cause);
  }

  private List<ProducerRecord<byte[], byte[]>> reject(
      Outcome.Reject reject, @Nullable Throwable cause) {
    List<ProducerRecord<byte[], byte[]>> letter = deadLetters.write(record, reject, cause);
    log.info("{} rejected: {}", record, reject.reason());
    metrics.failed(cause == null ? "rejected" : cause.getClass().getSimpleName());
    metrics.done(record, true);
    return letter;
  }
}
