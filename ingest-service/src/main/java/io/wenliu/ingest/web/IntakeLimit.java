package io.wenliu.ingest.web;

import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.kafka.backlog.BacklogReader;
import io.wenliu.kafka.backlog.StageBacklog;
import io.wenliu.kafka.stage.TransientException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Refuses submissions over HTTP while too much is under way. What newsrooms push on Kafka just
/// waits there. Thread-safe.
@Component
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeLimit {

  private static final Logger log = LoggerFactory.getLogger(IntakeLimit.class);
  private static final Set<Stage> ON_THE_WAY = EnumSet.of(Stage.INGEST, Stage.ENRICH, Stage.INDEX);

  private final BacklogReader backlog;
  private final IntakeSettings settings;
  private final ReentrantLock looking = new ReentrantLock();
  private final Map<Lane, AtomicLong> underWay = new EnumMap<>(Lane.class);
  private volatile long lookedAt;

  IntakeLimit(BacklogReader backlog, IntakeSettings settings) {
    this.backlog = backlog;
    this.settings = settings;
    this.lookedAt = System.nanoTime() - settings.checkInterval().toNanos();
    for (Lane lane : Lane.values()) {
      underWay.put(lane, new AtomicLong());
    }
  }

  /// Counts one more submission in.
  ///
  /// @throws Refusal if the lane is full
  void admit(Lane lane) {
    look();
    AtomicLong count = underWay.get(lane);
    if (count == null) {
      throw new IllegalStateException("no count for " + lane);
    }
    if (count.get() >= settings.maxBacklog()) {
      throw Refusal.tooMany(settings.maxBacklog(), settings.retryAfter());
    }
    count.incrementAndGet();
  }

  /// One request looks for all.
  private void look() {
    if (System.nanoTime() - lookedAt < settings.checkInterval().toNanos() || !looking.tryLock()) {
      return;
    }
    try {
      Map<Lane, Long> found = new EnumMap<>(Lane.class);
      for (StageBacklog stage : backlog.readRoughly()) {
        if (ON_THE_WAY.contains(stage.stage())) {
          found.merge(stage.lane(), stage.lag(), Long::sum);
        }
      }
      underWay.forEach((lane, count) -> count.set(found.getOrDefault(lane, 0L)));
    } catch (TransientException e) {
      // Kafka is away, which the publisher will say with more right.
      log.warn("The backlog is unknown: {}", e.toString());
    } finally {
      lookedAt = System.nanoTime();
      looking.unlock();
    }
  }
}
