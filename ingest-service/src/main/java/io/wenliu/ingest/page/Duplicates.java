package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds passages that a page gives twice, by the share of their character 8-grams found elsewhere.
final class Duplicates {
  private static final int GRAM = 8;
  private static final int SHORTEST = 24;
  private static final double CONTAINED = 0.9;

  private Duplicates() {}

  /// Which blocks repeat others: of two alike, the later; of two unlike in length, the shorter.
  static Set<Block> of(List<Block> blocks) {
    List<String> texts = new ArrayList<>(blocks.size());
    int characters = 0;
    for (Block block : blocks) {
      boolean counts = block.kind() == BlockKind.PARAGRAPH;
      String text = counts ? Spacing.withoutSpaces(block.text()) : "";
      texts.add(text);
      characters += text.length();
    }
    GramIndex index = new GramIndex(characters);
    for (int b = 0; b < blocks.size(); b++) {
      String text = texts.get(b);
      for (int i = 0; i + GRAM <= text.length(); i++) {
        index.add(hash(text, i), b);
      }
    }
    Set<Block> duplicates = new HashSet<>();
    boolean[] gone = new boolean[blocks.size()];
    for (int b = blocks.size() - 1; b >= 0; b--) {
      String text = texts.get(b);
      int grams = text.length() - GRAM + 1;
      if (text.length() < SHORTEST) {
        continue;
      }
      int elsewhere = grams;
      for (int i = 0; i < grams && elsewhere >= CONTAINED * grams; i++) {
        elsewhere -= index.isElsewhere(hash(text, i), b, gone) ? 0 : 1;
      }
      if (elsewhere >= CONTAINED * grams) {
        duplicates.add(blocks.get(b));
        gone[b] = true;
      }
    }
    return duplicates;
  }

  private static long hash(String text, int from) {
    long h = 1125899906842597L;
    for (int i = from; i < from + GRAM; i++) {
      h = 31 * h + text.charAt(i);
    }
    h *= 0x9E3779B97F4A7C15L;
    return h == 0 ? 1 : h;
  }

  /// For each 8-gram the first two blocks that have it.
  private static final class GramIndex {
    private final long[] keys;
    private final int[] first;
    private final int[] second;

    /// @param most how many grams there may be
    GramIndex(int most) {
      int capacity = Integer.highestOneBit(Math.max(8, most)) * 4;
      keys = new long[capacity];
      first = new int[capacity];
      second = new int[capacity];
    }

    void add(long key, int block) {
      int slot = slot(key);
      if (keys[slot] == 0) {
        keys[slot] = key;
        first[slot] = block;
        second[slot] = -1;
      } else if (first[slot] != block && second[slot] < 0) {
        second[slot] = block;
      }
    }

    boolean isElsewhere(long key, int block, boolean[] gone) {
      int slot = slot(key);
      return keys[slot] != 0
          && ((first[slot] != block && !gone[first[slot]])
              || (second[slot] >= 0 && second[slot] != block && !gone[second[slot]]));
    }

    private int slot(long key) {
      int mask = keys.length - 1;
      int slot = (int) (key >>> 20) & mask;
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = slot + 1 & mask;
      }
      return slot;
    }
  }
}
