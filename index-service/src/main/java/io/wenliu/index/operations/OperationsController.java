package io.wenliu.index.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.index.deadletters.elasticsearch.DeadLetterFinder;
import io.wenliu.kafka.backlog.StageBacklog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells an operator where the pipeline stands.
@RestController
class OperationsController {

  private final BacklogWatch watch;
  private final DeadLetterFinder deadLetters;
  private final Clock clock;

  OperationsController(BacklogWatch watch, DeadLetterFinder deadLetters, Clock clock) {
    this.watch = watch;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  /// @param stages in the order of a document's way
  /// @param lanes of each lane the records on their way into the index
  record Operations(List<StageWork> stages, List<LaneWork> lanes) {}

  /// What a stage does.
  ///
  /// @param lag records of the live lane that it has yet to finish
  /// @param backfill the same of the backfill lane
  /// @param perSecond records of both that it finishes now
  /// @param inFlight both together
  /// @param failures dead letters that wait
  /// @param oldestSeconds how long the first record of the live lane has waited; null where none
  ///   waits
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record StageWork(
      Stage name,
      long lag,
      long backfill,
      double perSecond,
      long inFlight,
      long failures,
      @Nullable Double oldestSeconds) {}

  /// How much one lane has before it.
  record LaneWork(Lane name, long lag) {}

  @GetMapping("/api/v1/operations")
  Operations operations() {
    BacklogWatch.Seen seen = watch.look();
    Map<String, Long> failures = deadLetters.waitingByStage();
    Map<Lane, Long> lanes = new EnumMap<>(Lane.class);
    List<StageWork> stages = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      long live = 0;
      long backfill = 0;
      @Nullable Instant oldest = null;
      for (StageBacklog backlog : seen.backlogs()) {
        if (backlog.stage() == stage) {
          switch (backlog.lane()) {
            case LIVE -> {
              live = backlog.lag();
              oldest = backlog.oldest();
            }
            case BACKFILL -> backfill = backlog.lag();
          }
          if (stage == Stage.INGEST || stage == Stage.ENRICH || stage == Stage.INDEX) {
            lanes.merge(backlog.lane(), backlog.lag(), Long::sum);
          }
        }
      }
      stages.add(
          new StageWork(
              stage,
              live,
              backfill,
              seen.perSecond().getOrDefault(stage, 0.0),
              live + backfill,
              failures.getOrDefault(stage.id(), 0L),
              oldest == null ? null : seconds(oldest)));
    }
    return new Operations(
        stages,
        lanes.entrySet().stream()
            .map(lane -> new LaneWork(lane.getKey(), lane.getValue()))
            .toList());
  }

  private double seconds(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }
}
