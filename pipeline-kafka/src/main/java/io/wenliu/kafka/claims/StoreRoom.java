package io.wenliu.kafka.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// How much of its limit a directory takes. Other processes write there too, so the directory is
/// measured now and then, and the limit may be passed by what they keep meanwhile. Thread-safe.
final class StoreRoom {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final Duration LOOK_WHILE_FULL = Duration.ofSeconds(1);

  /// Measuring takes at most this part of the time.
  private static final int PART = 20;

  private final Path directory;
  private final long limit;
  private boolean measured;
  private long used;
  private long measuredAt;
  private long rest;

  /// @param limit in bytes
  StoreRoom(Path directory, long limit) {
    this.directory = directory;
    this.limit = limit;
  }

  /// Counts content in.
  ///
  /// @param share of the limit that may be used, from 0 to 1
  /// @throws ClaimStoreFullException if that leaves no room
  synchronized void take(long bytes, double share) throws IOException {
    long allowed = (long) (limit * share);
    if (!measured || age() > Math.max(rest, LOOK_EVERY.toNanos())) {
      measure();
    }
    if (used + bytes > allowed && age() > Math.max(rest, LOOK_WHILE_FULL.toNanos())) {
      measure();
    }
    if (used + bytes > allowed) {
      throw new ClaimStoreFullException(
          "the claim store " + directory + " is full: " + used + " of " + allowed + " bytes", null);
    }
    used += bytes;
  }

  /// Counts content out.
  synchronized void giveBack(long bytes) {
    used -= bytes;
  }

  private long age() {
    return System.nanoTime() - measuredAt;
  }

  private void measure() throws IOException {
    long began = System.nanoTime();
    long sum = 0;
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.walk(directory, 2)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          sum += size(file);
        }
      }
    }
    used = sum;
    measured = true;
    measuredAt = System.nanoTime();
    rest = (measuredAt - began) * PART;
  }

  /// Nothing where it has gone since it was listed.
  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
