package io.wenliu.nlp.names;

import java.util.Arrays;

/// A trie over UTF-16 units whose words carry a set of category bits.
///
/// All edges lie in one open-addressed table keyed by (node, character), so a step is one or two
/// memory reads whatever the alphabet. Not thread-safe while words are added, safe afterwards.
final class WordTrie {
  /// The node every word starts from.
  static final int ROOT = 1;

  /// Answered by [#step] where no word goes on.
  static final int NONE = 0;

  private long[] edges = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int[] bits = new int[1 << 10];
  private int edgeCount;
  private int nodes = ROOT + 1;

  void add(CharSequence word, int categories) {
    int node = ROOT;
    for (int i = 0; i < word.length(); i++) {
      int next = step(node, word.charAt(i));
      node = next == NONE ? grow(node, word.charAt(i)) : next;
    }
    bits[node] |= categories;
  }

  int step(int node, char c) {
    long key = ((long) node << 16) | c;
    int mask = edges.length - 1;
    for (int slot = slot(key, mask); edges[slot] != 0; slot = (slot + 1) & mask) {
      if (edges[slot] == key) {
        return targets[slot];
      }
    }
    return NONE;
  }

  /// The categories of the word that ends in this node; 0 where none ends.
  int categories(int node) {
    return bits[node];
  }

  int categories(CharSequence word) {
    int node = ROOT;
    for (int i = 0; i < word.length() && node != NONE; i++) {
      node = step(node, word.charAt(i));
    }
    return bits[node];
  }

  private int grow(int node, char c) {
    if (edgeCount * 2 > edges.length) {
      rehash();
    }
    int target = nodes++;
    if (target == bits.length) {
      bits = Arrays.copyOf(bits, bits.length * 2);
    }
    put(((long) node << 16) | c, target);
    edgeCount++;
    return target;
  }

  private void put(long key, int target) {
    int mask = edges.length - 1;
    int slot = slot(key, mask);
    while (edges[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    edges[slot] = key;
    targets[slot] = target;
  }

  private void rehash() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[oldEdges.length * 2];
    targets = new int[edges.length];
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldEdges[i] != 0) {
        put(oldEdges[i], oldTargets[i]);
      }
    }
  }

  private static int slot(long key, int mask) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 40) & mask;
  }
}
