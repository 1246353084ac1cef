package io.wenliu.nlp.lanes;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Lets vectors of documents wait while queries or words are worked on in the same process, and for
/// a moment after, so that what follows from the words (writing them to the index) goes first too.
/// Thread-safe.
public final class Precedence {

  private static final long LOOK_MILLIS = 20;

  private final AtomicInteger words = new AtomicInteger();
  private final AtomicInteger queries = new AtomicInteger();
  private final AtomicLong lastWords;
  private final long afterWordsNanos;
  private final BooleanSupplier wordsWaiting;

  /// @param afterWords how long vectors wait after the last words
  /// @param wordsWaiting whether there are articles that nobody has begun to work on
  public Precedence(Duration afterWords, BooleanSupplier wordsWaiting) {
    this.afterWordsNanos = afterWords.toNanos();
    this.wordsWaiting = wordsWaiting;
    this.lastWords = new AtomicLong(System.nanoTime() - afterWordsNanos);
  }

  /// Marks work on words, until closed.
  public Work words() {
    words.incrementAndGet();
    return () -> {
      lastWords.set(System.nanoTime());
      words.decrementAndGet();
    };
  }

  /// Marks work on a query, until closed.
  public Work query() {
    queries.incrementAndGet();
    return queries::decrementAndGet;
  }

  /// Whether vectors of documents may be worked on.
  public boolean isFree() {
    return queries.get() == 0
        && words.get() == 0
        && System.nanoTime() - lastWords.get() >= afterWordsNanos
        && !wordsWaiting.getAsBoolean();
  }

  /// Waits until vectors may be worked on.
  ///
  /// @return false when they may not after this time
  public boolean awaitFree(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isFree()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return true;
  }

  /// A piece of work that has precedence while it is open.
  public interface Work extends AutoCloseable {
    @Override
    void close();
  }
}
