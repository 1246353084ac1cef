package io.wenliu.kafka.autoconfigure;

import io.wenliu.kafka.stage.StageSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings `wenliu.kafka.*`; the connection itself is `spring.kafka.*`.
///
/// @param createTopics whether topics that are missing are made at the start
/// @param partitions of each topic that is made; bounds the instances that can share a stage's work
/// @param replicationFactor of each topic that is made; -1 for the broker's default
/// @param maxValueSize a larger value goes by reference into the claim store; below the broker's
///   `message.max.bytes` with room for headers
/// @param transactionTimeout how long readers may be held up by an instance that died while it
///   committed
/// @param sessionTimeout after which an instance that died loses its partitions to the others
/// @param maxPollInterval after which an instance that no longer polls loses them; above
///   `stage.recordTimeLimit + stage.batchTimeLimit`
/// @param sendTimeout after which a send outside of stages, so an HTTP intake, is given up
/// @param shutdownTimeout how long a stop waits for what is in flight
/// @param stage how each stage works through its topics
@ConfigurationProperties("wenliu.kafka")
public record WenliuKafkaProperties(
    @DefaultValue("true") boolean createTopics,
    @DefaultValue("6") int partitions,
    @DefaultValue("-1") short replicationFactor,
    @DefaultValue("900KB") DataSize maxValueSize,
    @DefaultValue("15s") Duration transactionTimeout,
    @DefaultValue("15s") Duration sessionTimeout,
    @DefaultValue("5m") Duration maxPollInterval,
    @DefaultValue("10s") Duration sendTimeout,
    @DefaultValue("25s") Duration shutdownTimeout,
    @DefaultValue StageProperties stage) {

  private static final DataSize LARGEST_VALUE = DataSize.ofKilobytes(1000);

  /// @throws IllegalArgumentException if the values cannot work together
  public WenliuKafkaProperties {
    if (partitions < 1) {
      throw new IllegalArgumentException("wenliu.kafka.partitions must be at least 1");
    }
    if (maxValueSize.toBytes() < 1 || maxValueSize.compareTo(LARGEST_VALUE) > 0) {
      throw new IllegalArgumentException(
          "wenliu.kafka.max-value-size must be between 1B and 1000KB, the broker's limit less room"
              + " for headers");
    }
    if (stage
            .recordTimeLimit()
            .plus(stage.batchTimeLimit())
            .plus(stage.maxRetry())
            .compareTo(maxPollInterval)
        >= 0) {
      throw new IllegalArgumentException(
          "wenliu.kafka.max-poll-interval must be longer than the stage's record-time-limit,"
              + " batch-time-limit and max-retry together");
    }
  }

  /// Settings `wenliu.kafka.stage.*`; see [StageSettings].
  ///
  /// @param consumers members of the consumer group in this process
  /// @param threads that process the records of one poll; 0 for one per processor
  /// @param batchSize most records of one transaction
  /// @param recordTimeLimit a record that takes longer is dead-lettered
  /// @param batchTimeLimit after which what is done is committed
  /// @param attempts at a record that fails unexpectedly
  /// @param firstRetry delay before transient trouble is tried again; doubles
  /// @param maxRetry longest such delay
  public record StageProperties(
      @DefaultValue("1") int consumers,
      @DefaultValue("0") int threads,
      @DefaultValue("200") int batchSize,
      @DefaultValue("60s") Duration recordTimeLimit,
      @DefaultValue("30s") Duration batchTimeLimit,
      @DefaultValue("3") int attempts,
      @DefaultValue("200ms") Duration firstRetry,
      @DefaultValue("10s") Duration maxRetry) {

    StageSettings settings() {
      return new StageSettings(
          consumers,
          threads,
          batchSize,
          recordTimeLimit,
          batchTimeLimit,
          attempts,
          firstRetry,
          maxRetry);
    }
  }
}
