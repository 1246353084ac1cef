package io.wenliu.kafka.stage;

import java.time.Duration;

/// How a stage works through its topics.
///
/// @param consumers members of the consumer group in this process, each with a transaction of its
///   own
/// @param threads that process the records of one poll; 0 for as many as there are processors
/// @param batchSize most records of one poll, so of one transaction
/// @param recordTimeLimit a record that takes longer is dead-lettered
/// @param batchTimeLimit what is done after it is committed, the rest of the poll waits for the
///   next
/// @param attempts at a record that fails unexpectedly before it is dead-lettered
/// @param firstRetry delay before a transient failure is tried again; doubles up to `maxRetry`
/// @param maxRetry longest delay between two tries
public record StageSettings(
    int consumers,
    int threads,
    int batchSize,
    Duration recordTimeLimit,
    Duration batchTimeLimit,
    int attempts,
    Duration firstRetry,
    Duration maxRetry) {

  /// As `wenliu.kafka.stage` has them.
  public static final StageSettings DEFAULTS =
      new StageSettings(
          1,
          0,
          200,
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          3,
          Duration.ofMillis(200),
          Duration.ofSeconds(10));

  public StageSettings {
    if (consumers < 1 || threads < 0 || batchSize < 1 || attempts < 1) {
      throw new IllegalArgumentException(
          "a stage has at least one consumer, one record a batch and one attempt");
    }
  }

  /// The same with so many members of the consumer group.
  public StageSettings withConsumers(int members) {
    return new StageSettings(
        members,
        threads,
        batchSize,
        recordTimeLimit,
        batchTimeLimit,
        attempts,
        firstRetry,
        maxRetry);
  }

  /// The same with other batches.
  public StageSettings withBatchSize(int size) {
    return new StageSettings(
        consumers, threads, size, recordTimeLimit, batchTimeLimit, attempts, firstRetry, maxRetry);
  }

  int effectiveThreads() {
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /// The delay before the given retry, counted from 1.
  Duration delay(int retry) {
    long doubled = firstRetry.toMillis() << Math.min(retry - 1, 20);
    return Duration.ofMillis(Math.min(doubled, maxRetry.toMillis()));
  }
}
