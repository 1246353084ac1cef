package io.wenliu.ingest.page;

/// The pairs of neighbouring characters in a text, each weighted by how rare it is.
final class WordSet {
  private final int[] slots;
  private final int[] pairs;
  private final float[] weights;
  private final double total;
  private final int size;

  private WordSet(int[] slots, int[] pairs, float[] weights, int size, double total) {
    this.slots = slots;
    this.pairs = pairs;
    this.weights = weights;
    this.size = size;
    this.total = total;
  }

  static WordSet of(CharSequence text, int limit, Continuation language) {
    int length = Math.min(text.length(), limit);
    int capacity = Integer.highestOneBit(Math.max(4, length)) * 4;
    int[] slots = new int[capacity];
    int[] pairs = new int[length];
    float[] weights = new float[length];
    int size = 0;
    double total = 0;
    char last = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Spacing.isSpace(c)) {
        continue;
      }
      if (last != 0 && counts(last) && counts(c)) {
        int pair = last << 16 | c;
        int slot = slot(pair, capacity);
        while (slots[slot] != 0 && slots[slot] != pair) {
          slot = slot + 1 & capacity - 1;
        }
        if (slots[slot] == 0) {
          slots[slot] = pair;
          pairs[size] = pair;
          weights[size] = (float) (0.1 + language.rarity(last, c));
          total += weights[size];
          size++;
        }
      }
      last = c;
    }
    return new WordSet(slots, pairs, weights, size, total);
  }

  private static boolean counts(char c) {
    return Spacing.isHan(c) || Character.isLetterOrDigit(c);
  }

  private static int slot(int pair, int capacity) {
    return ((pair * 0x9E3779B9) >>> 12) & capacity - 1;
  }

  boolean has(int pair) {
    int[] table = slots;
    int slot = slot(pair, table.length);
    int found = table[slot];
    while (found != 0 && found != pair) {
      slot = slot + 1 & table.length - 1;
      found = table[slot];
    }
    return found != 0;
  }

  int size() {
    return size;
  }

  int pair(int i) {
    return pairs[i];
  }

  double weight(int i) {
    return weights[i];
  }

  /// Sum of all weights.
  double total() {
    return total;
  }

  /// Share of this text's weight that the other text has too, from 0 to 1.
  double sharedWith(WordSet other) {
    if (total == 0) {
      return 0;
    }
    double shared = 0;
    for (int i = 0; i < size; i++) {
      if (other.has(pairs[i])) {
        shared += weights[i];
      }
    }
    return shared / total;
  }

  /// Likewise of the shorter text's weight, words that stand all over the page counting less.
  ///
  /// @param worth of each pair of this text, by [#worth]
  double sharedWith(WordSet other, double[] worth) {
    if (total == 0 || other.total == 0) {
      return 0;
    }
    double shared = 0;
    for (int i = 0; i < size; i++) {
      if (other.has(pairs[i])) {
        shared += worth[i];
      }
    }
    return shared / Math.min(total, other.total);
  }

  /// The weight of each pair, less if it stands all over the page.
  double[] worth(PairFrequency page) {
    double[] worth = new double[size];
    for (int i = 0; i < size; i++) {
      worth[i] = weights[i] * page.rarity(pairs[i]);
    }
    return worth;
  }
}
