package io.wenliu.ingest.submission;

import io.wenliu.kafka.stage.TransientException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Bounds how much is in memory of what submissions bring by reference: together no more than one
/// of them may be large. Thread-safe.
final class ContentRoom {

  /// Until others are thought to take longer than it is worth to wait.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Longer than a record may be at work; of one that is given up nobody knows when its thread
  /// ends.
  private static final Duration LONGEST_STAY = Duration.ofMinutes(2);

  private final int kibibytes;
  private final Semaphore free;
  private final Duration longestStay;
  private final Set<Place> places = ConcurrentHashMap.newKeySet();

  ContentRoom(long bytes) {
    this(bytes, LONGEST_STAY);
  }

  /// @param longestStay after which a place counts as left
  ContentRoom(long bytes, Duration longestStay) {
    this.kibibytes = kibibytes(bytes);
    this.free = new Semaphore(kibibytes, true);
    this.longestStay = longestStay;
  }

  /// A place for one record, which takes no room yet.
  Place enter() {
    return new Place();
  }

  private static int kibibytes(long bytes) {
    return Math.clamp((bytes + 1023) / 1024, 0, Integer.MAX_VALUE);
  }

  /// What one record takes; to be closed.
  final class Place implements AutoCloseable {
    private final long since = System.nanoTime();
    private final AtomicInteger taken = new AtomicInteger();

    /// Waits for room for so many bytes more; what is larger than all the room waits for all of it.
    ///
    /// @throws TransientException if others stay at work
    void take(long bytes) {
      int more = Math.min(kibibytes(bytes), kibibytes - taken.get());
      if (more <= 0) {
        return;
      }
      places.stream().filter(Place::isOver).forEach(Place::close);
      try {
        if (!free.tryAcquire(more, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new TransientException("other large contents are at work", null);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new TransientException("interrupted while other large contents were at work", e);
      }
      taken.addAndGet(more);
      places.add(this);
    }

    private boolean isOver() {
      return System.nanoTime() - since > longestStay.toNanos();
    }

    @Override
    public void close() {
      places.remove(this);
      free.release(taken.getAndSet(0));
    }
  }
}
