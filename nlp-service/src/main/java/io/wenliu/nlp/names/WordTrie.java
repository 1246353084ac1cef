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

  private long[] edges = new long[1 << 7];
  private int[] targets = new int[1 << 7];
  private int[] bits = new int[1 << 6];

  /// The nodes that the root's edges lead to, by character: most steps are the first of a word.
  private int[] first = {};

  private int edgeCount;
  private int nodes = ROOT + 1;

  void add(CharSequence word, int categories) {
    first = new int[0];
    int node = ROOT;
    for (int i = 0; i < word.length(); i++) {
      int next = step(node, word.charAt(i));
      node = next == NONE ? grow(node, word.charAt(i)) : next;
    }
    bits[node] |= categories;
  }

  /// Makes first steps quicker once all words are in; for a trie that is kept.
  WordTrie compiled() {
    int[] targetsOfRoot = new int[Character.MAX_VALUE + 1];
    for (int c = 0; c < targetsOfRoot.length; c++) {
      targetsOfRoot[c] = step(ROOT, (char) c);
    }
    first = targetsOfRoot;
    return this;
  }

  int step(int node, char c) {
    if (node == ROOT && first.length > 0) {
      return first[c];
    }
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
    return categories(word, 0, word.length());
  }

  /// The categories of the word between two offsets of a text.
  int categories(CharSequence text, int from, int to) {
    int node = ROOT;
    for (int i = from; i < to && node != NONE; i++) {
      node = step(node, text.charAt(i));
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
