package io.wenliu.index.rebuild;

import io.wenliu.index.elasticsearch.IndexRollover;
import io.wenliu.index.indexing.Replay;
import io.wenliu.index.rebuild.RebuildStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Fills new indices from the topics and puts them in the place of those in use.
///
/// Searches and writes go on meanwhile, on the indices in use. At the end writes wait for as long
/// as it takes to read what the topics have more by then, at most [#LONGEST_BLOCK]: then the new
/// indices have whatever the old ones have, and one request swaps the aliases. A rebuild whose
/// instance died is taken up by any instance that has seen it stand still for [#STAND_STILL]: what
/// is written twice has the same version.
@Component
class IndexRebuild implements SmartLifecycle {

  /// After which writes go on and the end is tried again.
  static final Duration LONGEST_BLOCK = Duration.ofSeconds(10);

  /// Longer than a living one ever writes nothing.
  static final Duration STAND_STILL = Duration.ofSeconds(20);

  private static final Logger log = LoggerFactory.getLogger(IndexRebuild.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final Duration RECOVERY = Duration.ofSeconds(2);

  /// Searches that began before the swap are over by then.
  private static final Duration GRACE = Duration.ofSeconds(60);

  private static final int SHORT_REST = 500;

  private final IndexRollover rollover;
  private final RebuildListener topics;
  private final Clock clock;
  private final Semaphore wanted = new Semaphore(0);
  private final AtomicReference<RebuildStatus> status = new AtomicReference<>(RebuildStatus.NONE);
  private volatile @Nullable Thread thread;

  IndexRebuild(IndexRollover rollover, RebuildListener topics, Clock clock) {
    this.rollover = rollover;
    this.topics = topics;
    this.clock = clock;
  }

  RebuildStatus status() {
    return status.get();
  }

  /// Begins one, unless this instance is at one.
  RebuildStatus request() {
    RebuildStatus begun = new RebuildStatus(State.FILLING, 0, 0, clock.instant(), null);
    RebuildStatus before = status.getAndUpdate(now -> now.isUnderWay() ? now : begun);
    if (!before.isUnderWay()) {
      wanted.release();
    }
    return status.get();
  }

  @Override
  public void start() {
    // Known before it runs: it goes on as long as it is.
    Thread starting = Thread.ofPlatform().name("index-rebuild").daemon().unstarted(this::watch);
    thread = starting;
    starting.start();
  }

  @Override
  public void stop() {
    Thread watching = thread;
    thread = null;
    if (watching != null) {
      watching.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void watch() {
    Standstill standstill = new Standstill(STAND_STILL);
    try {
      while (isRunning()) {
        if (wanted.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          rebuildUntilDone();
          standstill = new Standstill(STAND_STILL);
        } else if (isForsaken(standstill)) {
          log.info("A rebuild has been left behind and is taken up");
          request();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isForsaken(Standstill standstill) {
    try {
      return rollover.unfinished() && standstill.lasts(rollover.writesSoFar());
    } catch (RuntimeException e) {
      // Elasticsearch is away, which others tell.
      return false;
    }
  }

  private void rebuildUntilDone() throws InterruptedException {
    while (true) {
      try {
        rebuild();
        status.updateAndGet(now -> now.done(clock.instant()));
        Thread.sleep(GRACE);
        rollover.deleteForsaken();
        return;
      } catch (RuntimeException e) {
        if (status.get().state() == State.DONE) {
          log.warn("The old indices stay until the next rebuild: {}", e.toString());
          return;
        }
        log.warn("The rebuild starts anew soon: {}", e.toString());
        status.updateAndGet(now -> now.in(State.WAITING));
        Thread.sleep(RECOVERY);
      }
    }
  }

  private void rebuild() throws InterruptedException {
    if (status.get().state() == State.WAITING && !rollover.unfinished()) {
      // The answer to the swap was lost, the swap was not.
      return;
    }
    status.updateAndGet(now -> now.in(State.FILLING));
    rollover.deleteForsaken();
    rollover.begin();
    // Whoever was at it before may have died at the end.
    rollover.unblockWrites();
    try (IndexRollover.Target target = rollover.target();
        TopicListener articles = topics.articles();
        TopicListener vectors = topics.vectors()) {
      Replay replay = new Replay(target, clock);
      boolean takenOver = false;
      while (!takenOver) {
        while (catchUp(replay, articles, vectors) > SHORT_REST) {
          log.info("{} messages are in the new indices", status.get().messages());
        }
        takenOver = takeOver(replay, articles, vectors);
      }
    }
  }

  private long catchUp(Replay replay, TopicListener articles, TopicListener vectors)
      throws InterruptedException {
    long words = articles.catchUp(batch -> count(batch.size(), replay.articles(batch)));
    return words + vectors.catchUp(batch -> count(batch.size(), replay.vectors(batch)));
  }

  private void count(int written, int refused) {
    status.updateAndGet(now -> now.plus(written, refused));
  }

  /// @return false when it took too long, and writes go on for now
  private boolean takeOver(Replay replay, TopicListener articles, TopicListener vectors)
      throws InterruptedException {
    status.updateAndGet(now -> now.in(State.TAKING_OVER));
    boolean takenOver = false;
    long deadline = System.nanoTime() + LONGEST_BLOCK.toNanos();
    rollover.blockWrites();
    try {
      // All that the old indices have was read from the topics before this moment.
      catchUp(replay, articles, vectors);
      replay.makeVisible();
      if (System.nanoTime() - deadline < 0) {
        rollover.takeOver();
        takenOver = true;
      }
      return takenOver;
    } finally {
      if (!takenOver) {
        rollover.unblockWrites();
      }
    }
  }
}
