package io.wenliu.index.operations;

import io.wenliu.contract.Stage;
import io.wenliu.kafka.backlog.BacklogReader;
import io.wenliu.kafka.backlog.StageBacklog;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at the backlog at most once a second, however many ask, and works out how fast it is
/// worked off. Thread-safe.
@Component
class BacklogWatch {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final BacklogReader reader;
  private @Nullable Seen last;

  BacklogWatch(BacklogReader reader) {
    this.reader = reader;
  }

  /// @param nanos when, by [System#nanoTime]
  /// @param perSecond records that a stage has finished since the look before
  record Seen(long nanos, List<StageBacklog> backlogs, Map<Stage, Double> perSecond) {}

  /// @throws io.wenliu.kafka.stage.TransientException if Kafka does not answer
  synchronized Seen look() {
    Seen before = last;
    long now = System.nanoTime();
    if (before != null && now - before.nanos() < INTERVAL.toNanos()) {
      return before;
    }
    List<StageBacklog> backlogs = reader.readWithOldest();
    Seen seen = new Seen(now, backlogs, before == null ? Map.of() : rates(before, backlogs, now));
    last = seen;
    return seen;
  }

  private static Map<Stage, Double> rates(Seen before, List<StageBacklog> backlogs, long now) {
    double seconds = (now - before.nanos()) / 1e9;
    Map<Stage, Double> rates = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      long finished = done(backlogs, stage) - done(before.backlogs(), stage);
      rates.put(stage, Math.max(0, finished / seconds));
    }
    return rates;
  }

  private static long done(List<StageBacklog> backlogs, Stage stage) {
    return backlogs.stream()
        .filter(backlog -> backlog.stage() == stage)
        .mapToLong(StageBacklog::done)
        .sum();
  }
}
