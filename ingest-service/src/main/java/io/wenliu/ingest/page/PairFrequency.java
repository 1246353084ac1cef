package io.wenliu.ingest.page;

import java.util.HashMap;
import java.util.Map;

/// In how many paragraphs of a page each pair of characters stands.
final class PairFrequency {
  private static final int FEW = 4;

  private final Map<Integer, int[]> counts = new HashMap<>();
  private int texts;

  void add(WordSet words) {
    texts++;
    for (int i = 0; i < words.size(); i++) {
      counts.computeIfAbsent(words.pair(i), k -> new int[1])[0]++;
    }
  }

  /// From 1 (in no paragraph) down to nearly 0 (in all): words of the whole page tell nothing.
  double rarity(int pair) {
    int[] count = counts.get(pair);
    return texts < FEW || count == null ? 1 : 1.05 - (double) count[0] / texts;
  }
}
