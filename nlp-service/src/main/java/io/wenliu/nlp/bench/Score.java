package io.wenliu.nlp.bench;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Counts what was found, what was to be found, and what of it was right.
final class Score {

  private int right;
  private int found;
  private int wanted;

  /// Adds one text's sets.
  <T> void add(Collection<T> wantedItems, Collection<T> foundItems) {
    Set<T> both = new HashSet<>(foundItems);
    both.retainAll(new HashSet<>(wantedItems));
    add(wantedItems.size(), foundItems.size(), both.size());
  }

  void add(int wantedCount, int foundCount, int rightCount) {
    wanted += wantedCount;
    found += foundCount;
    right += rightCount;
  }

  double precision() {
    return found == 0 ? 0 : right / (double) found;
  }

  double recall() {
    return wanted == 0 ? 0 : right / (double) wanted;
  }

  double f1() {
    return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "P %.4f  R %.4f  F1 %.4f  (%d wanted)", precision(), recall(), f1(), wanted);
  }
}
