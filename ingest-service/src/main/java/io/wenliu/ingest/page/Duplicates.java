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
    GramIndex index = new GramIndex();
    List<String> texts = new ArrayList<>(blocks.size());
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      boolean counts = block.kind() == BlockKind.PARAGRAPH;
      String text = counts ? Spacing.withoutSpaces(block.text()) : "";
      texts.add(text);
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
      int elsewhere = 0;
      for (int i = 0; i < grams; i++) {
        elsewhere += index.isElsewhere(hash(text, i), b, gone) ? 1 : 0;
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
    private long[] keys = new long[1024];
    private int[] first = new int[1024];
    private int[] second = new int[1024];
    private int size;

    void add(long key, int block) {
      if (size * 2 > keys.length) {
        grow();
      }
      int slot = slot(key);
      if (keys[slot] == 0) {
        keys[slot] = key;
        first[slot] = block;
        second[slot] = -1;
        size++;
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

    private void grow() {
      long[] oldKeys = keys;
      int[] oldFirst = first;
      int[] oldSecond = second;
      keys = new long[oldKeys.length * 2];
      first = new int[keys.length];
      second = new int[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          int slot = slot(oldKeys[i]);
          keys[slot] = oldKeys[i];
          first[slot] = oldFirst[i];
          second[slot] = oldSecond[i];
        }
      }
    }
  }
}
