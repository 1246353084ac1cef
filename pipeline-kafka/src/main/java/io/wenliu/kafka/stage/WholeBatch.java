package io.wenliu.kafka.stage;

import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.kafka.claims.UnreadableClaimException;
import io.wenliu.kafka.event.EventReader;
import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.Outbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the messages of a poll to the stage all together; after an unexpected failure one by one,
/// to find the culprit.
final class WholeBatch implements BatchRunner {

  private static final Logger log = LoggerFactory.getLogger(WholeBatch.class);

  private final BatchProcessor processor;
  private final StageSettings settings;
  private final EventReader reader = new EventReader();
  private final EventWriter writer;
  private final DeadLetters deadLetters;
  private final StageMetrics metrics;

  WholeBatch(
      BatchProcessor processor,
      StageSettings settings,
      EventWriter writer,
      DeadLetters deadLetters,
      StageMetrics metrics) {
    this.processor = processor;
    this.settings = settings;
    this.writer = writer;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  @Override
  public Progress run(List<InboundRecord> records, BooleanSupplier stopping)
      throws InterruptedException {
    List<ProducerRecord<byte[], byte[]>> outbound = new ArrayList<>();
    List<InboundMessage> batch = new ArrayList<>(records.size());
    try {
      for (InboundRecord record : records) {
        read(record, batch, outbound);
      }
      if (batch.isEmpty()) {
        return new Progress(records.size(), outbound, null);
      }
      return process(batch, records, outbound);
    } catch (RuntimeException e) {
      return new Progress(0, List.of(), e);
    }
  }

  /// @throws RuntimeException a transient one
  private void read(
      InboundRecord record,
      List<InboundMessage> batch,
      List<ProducerRecord<byte[], byte[]>> outbound) {
    if (record.isTombstone()) {
      return;
    }
    try {
      batch.add(new InboundMessage(reader.read(record), record));
    } catch (UnreadableMessageException | UnreadableClaimException e) {
      outbound.addAll(
          rejected(record, new Outcome.Reject("无法读取：" + e.getMessage(), null, null, null), e));
    }
  }

  private Progress process(
      List<InboundMessage> batch,
      List<InboundRecord> records,
      List<ProducerRecord<byte[], byte[]>> outbound)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        outbound.addAll(processed(batch));
        return new Progress(records.size(), outbound, null);
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
        if (Trouble.isTransient(e)) {
          return new Progress(0, List.of(), e);
        }
        log.warn("a batch of {} failed, attempt {}", batch.size(), attempt, e);
        if (attempt >= settings.attempts()) {
          return oneByOne(batch, records, outbound);
        }
      }
    }
  }

  private Progress oneByOne(
      List<InboundMessage> batch,
      List<InboundRecord> records,
      List<ProducerRecord<byte[], byte[]>> outbound)
      throws InterruptedException {
    for (InboundMessage message : batch) {
      try {
        outbound.addAll(processed(List.of(message)));
      } catch (InterruptedException e) {
        throw e;
      } catch (RejectedException e) {
        outbound.addAll(
            rejected(
                message.record(),
                new Outcome.Reject(e.reason(), null, null, null),
                e.getCause() == null ? e : e.getCause()));
      } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
        if (Trouble.isTransient(e)) {
          // What is done can be done again; the journey is written once all of it is.
          return new Progress(0, List.of(), e);
        }
        outbound.addAll(
            rejected(message.record(), new Outcome.Reject("处理时出错：" + e, null, null, null), e));
      }
    }
    return new Progress(records.size(), outbound, null);
  }

  private List<ProducerRecord<byte[], byte[]>> processed(List<InboundMessage> batch)
      throws Exception {
    long started = System.nanoTime();
    BatchOutcome outcome = processor.process(batch);
    metrics.processed(Duration.ofNanos(System.nanoTime() - started));
    List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
    for (Outbound outbound : outcome.outbound()) {
      written.add(writer.write(outbound, null));
    }
    List<InboundRecord> failed = new ArrayList<>();
    for (BatchOutcome.Rejection rejection : outcome.rejections()) {
      failed.add(rejection.message().record());
      written.addAll(deadLetters.write(rejection.message().record(), rejection.reject(), null));
      metrics.failed("rejected");
    }
    for (InboundMessage message : batch) {
      metrics.done(message.record(), failed.contains(message.record()));
    }
    return written;
  }

  private List<ProducerRecord<byte[], byte[]>> rejected(
      InboundRecord record, Outcome.Reject reject, Throwable cause) {
    List<ProducerRecord<byte[], byte[]>> letter = deadLetters.write(record, reject, cause);
    log.info("{} rejected: {}", record, reject.reason());
    metrics.failed(cause.getClass().getSimpleName());
    metrics.done(record, true);
    return letter;
  }

  @Override
  public void close() {}
}
