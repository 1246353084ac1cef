package io.wenliu.benchmarks.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Times in milliseconds. Thread-safe.
final class Latencies {

  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

  void add(double time) {
    millis.add(time);
  }

  void clear() {
    millis.clear();
  }

  int count() {
    return millis.size();
  }

  /// @param share 0.95 for the time that 95 in 100 stay below
  double percentile(double share) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
  }
}
