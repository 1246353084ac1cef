package io.wenliu.kafka.stage;

import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.kafka.event.EventReader;
import java.util.List;
import java.util.function.UnaryOperator;

/// Declares a stage; as a bean it is all that a service needs to consume its topics.
///
/// @param group consumer group: its instances share the work
/// @param topics that it reads, from the start where the group is new
/// @param settings changes the configured settings for this stage
/// @param lane in the backfill lane it rests while the same stage of the live lane, in this
///   process, has work
public record StageDefinition(
    Stage stage,
    String group,
    List<String> topics,
    Work work,
    UnaryOperator<StageSettings> settings,
    Lane lane) {

  private static final int SMALLER = 5;

  /// How the records of a poll are given to the stage.
  public sealed interface Work {
    /// One by one, on several threads; what follows is exactly once in effect.
    record PerRecord(RecordProcessor processor) implements Work {}

    /// All together, once at least.
    record PerBatch(BatchProcessor processor) implements Work {}
  }

  public StageDefinition {
    topics = List.copyOf(topics);
  }

  /// A stage that takes whatever stands on the topics.
  public static StageDefinition ofRecords(
      Stage stage, List<String> topics, RecordProcessor processor) {
    return new StageDefinition(
        stage,
        Lane.LIVE.group(stage),
        topics,
        new Work.PerRecord(processor),
        UnaryOperator.identity(),
        Lane.LIVE);
  }

  /// A stage on topics that carry contract messages; tombstones are passed over.
  public static StageDefinition ofMessages(
      Stage stage, List<String> topics, MessageProcessor processor) {
    EventReader reader = new EventReader();
    return ofRecords(
        stage,
        topics,
        record ->
            record.isTombstone()
                ? Outcome.nothing()
                : processor.process(reader.read(record), record));
  }

  /// A stage with an effect outside of Kafka that can be repeated; tombstones are passed over.
  public static StageDefinition ofBatches(
      Stage stage, List<String> topics, BatchProcessor processor) {
    return new StageDefinition(
        stage,
        Lane.LIVE.group(stage),
        topics,
        new Work.PerBatch(processor),
        UnaryOperator.identity(),
        Lane.LIVE);
  }

  /// The same stage in another consumer group.
  public StageDefinition withGroup(String otherGroup) {
    return new StageDefinition(stage, otherGroup, topics, work, settings, lane);
  }

  /// The same stage with a change to the configured settings.
  public StageDefinition withSettings(UnaryOperator<StageSettings> change) {
    return new StageDefinition(stage, group, topics, work, change, lane);
  }

  /// The same stage for the backfill lane, in a group of its own. Its batches are smaller: news
  /// wait for one at most.
  ///
  /// @param backfillTopics that it reads instead
  public StageDefinition forBackfill(List<String> backfillTopics) {
    UnaryOperator<StageSettings> smaller =
        configured -> {
          StageSettings live = settings.apply(configured);
          return live.withBatchSize(Math.max(1, live.batchSize() / SMALLER));
        };
    return new StageDefinition(
        stage, group + ".backfill", backfillTopics, work, smaller, Lane.BACKFILL);
  }
}
