package io.wenliu.index.rebuild;

import java.time.Duration;

/// Tells when a number has not changed for a time. Not thread-safe.
final class Standstill {

  private final Duration patience;
  private long last = -1;
  private long since;

  Standstill(Duration patience) {
    this.patience = patience;
  }

  /// @param number as it is now
  boolean lasts(long number) {
    long now = System.nanoTime();
    if (number != last) {
      last = number;
      since = now;
    }
    return now - since >= patience.toNanos();
  }
}
