package io.wenliu.localstack;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Starts a process again when it ends unasked, later each time it does.
final class Supervisor implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /// A process that stood this long has recovered: its next end counts as the first.
  private static final Duration RECOVERED_AFTER = Duration.ofMinutes(2);

  private final Supplier<? extends Collection<ServerProcess>> watched;
  private final RestartListener listener;
  private final Map<String, Setback> setbacks = new HashMap<>();
  private final Thread thread;

  /// Starts watching.
  ///
  /// @param watched asked again at each look
  Supervisor(Supplier<? extends Collection<ServerProcess>> watched, RestartListener listener) {
    this.watched = watched;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("supervisor").start(this::watch);
  }

  /// Stops watching; the processes stay as they are.
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      while (true) {
        long now = System.nanoTime();
        for (var process : watched.get()) {
          look(process, now);
        }
        Thread.sleep(LOOK_EVERY);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void look(ServerProcess process, long now) {
    var setback = setbacks.get(process.name());
    if (process.isAlive() || !process.isWanted()) {
      return;
    }
    if (setback == null || setback.isOver(now)) {
      setback = Setback.first(now);
    } else if (setback.restarted()) {
      setback = setback.again(now);
    } else if (now >= setback.restartAt()) {
      process.start();
      listener.restarted(process);
      setbacks.put(process.name(), setback.afterRestart());
      return;
    } else {
      return;
    }
    setbacks.put(process.name(), setback);
    listener.ended(process, setback.delay());
  }

  private record Setback(Duration delay, long restartAt, boolean restarted) {

    static Setback first(long now) {
      return new Setback(FIRST_WAIT, now + FIRST_WAIT.toNanos(), false);
    }

    Setback again(long now) {
      var doubled = delay.multipliedBy(2);
      var longer = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
      return new Setback(longer, now + longer.toNanos(), false);
    }

    Setback afterRestart() {
      return new Setback(delay, restartAt, true);
    }

    boolean isOver(long now) {
      return restarted && now - restartAt > RECOVERED_AFTER.toNanos();
    }
  }
}
