package io.wenliu.ingest.page;

/// In how many paragraphs of a page each pair of characters stands.
final class PairFrequency {
  private static final int FEW = 4;

  private int[] pairs = new int[1 << 12];
  private int[] counts = new int[1 << 12];
  private int size;
  private int texts;

  void add(WordSet words) {
    texts++;
    for (int i = 0; i < words.size(); i++) {
      if (size * 2 > pairs.length) {
        grow();
      }
      int slot = slot(words.pair(i));
      if (pairs[slot] == 0) {
        pairs[slot] = words.pair(i);
        size++;
      }
      counts[slot]++;
    }
  }

  /// From 1 (in no paragraph) down to nearly 0 (in all): words of the whole page tell nothing.
  double rarity(int pair) {
    return texts < FEW ? 1 : 1.05 - (double) counts[slot(pair)] / texts;
  }

  private int slot(int pair) {
    int mask = pairs.length - 1;
    int slot = ((pair * 0x9E3779B9) >>> 8) & mask;
    while (pairs[slot] != 0 && pairs[slot] != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldPairs = pairs;
    int[] oldCounts = counts;
    pairs = new int[oldPairs.length * 2];
    counts = new int[pairs.length];
    for (int i = 0; i < oldPairs.length; i++) {
      if (oldPairs[i] != 0) {
        int slot = slot(oldPairs[i]);
        pairs[slot] = oldPairs[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
