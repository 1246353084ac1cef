package io.wenliu.kafka.stage;

import io.wenliu.contract.Stage;
import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.InboundRecord;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Processes the records of a poll on several threads and gives their results back in order.
///
/// A record that takes too long is dead-lettered and its thread given up, so one that loops for
/// ever costs its time limit once. Used by one consumer thread.
final class ParallelRecords implements BatchRunner {

  private static final long LOOK_AROUND_MILLIS = 100;

  private final Stage stage;
  private final RecordProcessor processor;
  private final StageSettings settings;
  private final EventWriter writer;
  private final DeadLetters deadLetters;
  private final StageMetrics metrics;
  private ExecutorService threads;

  ParallelRecords(
      Stage stage,
      RecordProcessor processor,
      StageSettings settings,
      EventWriter writer,
      DeadLetters deadLetters,
      StageMetrics metrics) {
    this.stage = stage;
    this.processor = processor;
    this.settings = settings;
    this.writer = writer;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.threads = newThreads();
  }

  @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it but the time that others wait.
  private ExecutorService newThreads() {
    // Platform threads: the work is computing, and its number is what bounds it. Whoever waits for
    // an answer, and whoever brings to its end what these have done, goes first.
    return Executors.newFixedThreadPool(
        settings.effectiveThreads(),
        Thread.ofPlatform()
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .name("stage-" + stage.id() + "-", 1)
            .factory());
  }

  private record Begun(RecordTask task, Future<List<ProducerRecord<byte[], byte[]>>> result) {}

  @Override
  public Progress run(List<InboundRecord> records, BooleanSupplier stopping)
      throws InterruptedException {
    long deadline = System.nanoTime() + settings.batchTimeLimit().toNanos();
    List<Begun> begun = begin(records);
    List<ProducerRecord<byte[], byte[]>> outbound = new ArrayList<>();
    int done = 0;
    try {
      for (Begun next : begun) {
        boolean enough = done > 0 && System.nanoTime() > deadline;
        if ((enough || stopping.getAsBoolean()) && !next.result().isDone()) {
          return new Progress(done, outbound, null);
        }
        while (!waitFor(next)) {
          if (next.task().running().compareTo(settings.recordTimeLimit()) > 0) {
            try {
              outbound.addAll(giveUp(next));
            } catch (UncheckedIOException e) {
              return new Progress(done, outbound, e);
            }
            return new Progress(done + 1, outbound, null);
          }
          if (stopping.getAsBoolean() && next.task().running().isZero()) {
            return new Progress(done, outbound, null);
          }
        }
        try {
          outbound.addAll(next.result().get());
          done++;
        } catch (ExecutionException e) {
          return new Progress(done, outbound, e.getCause());
        } catch (CancellationException e) {
          return new Progress(done, outbound, null);
        }
      }
      return new Progress(done, outbound, null);
    } finally {
      begun.forEach(rest -> rest.result().cancel(true));
    }
  }

  private List<Begun> begin(List<InboundRecord> records) {
    List<Begun> begun = new ArrayList<>(records.size());
    for (InboundRecord record : records) {
      RecordTask task =
          new RecordTask(record, processor, writer, deadLetters, metrics, settings.attempts());
      begun.add(new Begun(task, threads.submit(task)));
    }
    return begun;
  }

  /// Whether it came to an end within a moment.
  private static boolean waitFor(Begun begun) throws InterruptedException {
    try {
      begun.result().get(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | CancellationException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /// Its thread may never listen to the interrupt, so the record is left to it and the others get
  /// new threads.
  private List<ProducerRecord<byte[], byte[]>> giveUp(Begun late) {
    late.result().cancel(true);
    threads.shutdownNow();
    threads = newThreads();
    Duration limit = settings.recordTimeLimit();
    return late.task()
        .reject("处理超过 " + limit.toSeconds() + " 秒", new TimeoutException("time limit"));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
