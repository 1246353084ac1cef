package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// The best few readings of a page up to some item; of equals those that came first.
///
/// They stand in the order they came in while there is room for all, and from then on best first.
final class Beam {
  private final int width;
  private final List<Reading> readings;
  private boolean sorted;

  Beam(int width) {
    this.width = width;
    this.readings = new ArrayList<>(width + 1);
  }

  /// Whether a reading with this score would be kept; to be asked before each [#add], so that none
  /// is made in vain.
  boolean admits(double score) {
    if (readings.size() < width) {
      return true;
    }
    if (!sorted) {
      readings.sort(Comparator.comparingDouble(Reading::score).reversed());
      sorted = true;
    }
    return Double.compare(score, readings.getLast().score()) > 0;
  }

  /// Takes a reading that was admitted.
  void add(Reading reading) {
    readings.add(reading);
    if (readings.size() <= width) {
      return;
    }
    int i = width;
    while (i > 0 && Double.compare(readings.get(i - 1).score(), reading.score()) < 0) {
      Collections.swap(readings, i - 1, i);
      i--;
    }
    readings.removeLast();
  }

  List<Reading> readings() {
    return readings;
  }
}
