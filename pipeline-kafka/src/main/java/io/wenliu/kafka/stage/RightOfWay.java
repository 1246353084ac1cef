package io.wenliu.kafka.stage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Which of two lanes goes first. The one shows when it is at work, the other looks before it
/// begins.
interface RightOfWay {

  /// Waits for its turn, but not for ever: a consumer has to poll.
  ///
  /// @return null when it is not its turn and the records have to come again
  @org.jspecify.annotations.Nullable
  Work begin(BooleanSupplier stopping) throws InterruptedException;

  /// Work under way, until closed.
  interface Work extends AutoCloseable {
    @Override
    void close();
  }

  /// Goes at once and shows it.
  static RightOfWay taking(AtomicInteger atWork) {
    return _ -> {
      atWork.incrementAndGet();
      return atWork::decrementAndGet;
    };
  }

  /// Goes when the other does not.
  static RightOfWay giving(BooleanSupplier otherIsBusy) {
    Duration patience = Duration.ofSeconds(20);
    Duration nap = Duration.ofMillis(20);
    return stopping -> {
      long deadline = System.nanoTime() + patience.toNanos();
      while (otherIsBusy.getAsBoolean()) {
        if (stopping.getAsBoolean() || System.nanoTime() - deadline > 0) {
          return null;
        }
        Thread.sleep(nap);
      }
      return () -> {};
    };
  }
}
