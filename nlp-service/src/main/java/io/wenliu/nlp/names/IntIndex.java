package io.wenliu.nlp.names;

import java.util.Arrays;

/// Numbers feature keys that were seen often enough; keys are never 0.
final class IntIndex {
  private int[] keys = new int[1 << 20];
  private int[] values = new int[1 << 20];
  private int size;

  void count(int key) {
    if (size * 2 > keys.length) {
      grow();
    }
    int slot = find(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    values[slot]++;
  }

  /// Ends counting: forgets rarer keys and gives the others row numbers from 0.
  void keep(int leastCount) {
    int[] oldKeys = keys;
    int[] counts = values;
    int[] kept = new int[size];
    int n = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0 && counts[i] >= leastCount) {
        kept[n++] = oldKeys[i];
      }
    }
    Arrays.sort(kept, 0, n);
    keys = new int[Math.max(2, Integer.highestOneBit(Math.max(1, n)) << 2)];
    values = new int[keys.length];
    size = n;
    for (int row = 0; row < n; row++) {
      int slot = find(kept[row]);
      keys[slot] = kept[row];
      values[slot] = row;
    }
  }

  int size() {
    return size;
  }

  /// The rows of the known keys, place by place.
  int[][] rows(int[][] features) {
    int[][] rows = new int[features.length][];
    for (int i = 0; i < features.length; i++) {
      int[] row = new int[features[i].length];
      int n = 0;
      for (int key : features[i]) {
        int slot = find(key);
        if (keys[slot] != 0) {
          row[n++] = values[slot];
        }
      }
      rows[i] = n == row.length ? row : Arrays.copyOf(row, n);
    }
    return rows;
  }

  int[] keysByRow() {
    int[] byRow = new int[size];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        byRow[values[i]] = keys[i];
      }
    }
    return byRow;
  }

  private int find(int key) {
    int mask = keys.length - 1;
    int slot = (key ^ (key >>> 15)) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = find(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
