package io.wenliu.nlp.names;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Arrays;

/// Splits text into the most probable words of a general dictionary, without its names.
///
/// The tagger sees these words as context. They do not depend on the user dictionary, so that a
/// reload of that dictionary cannot change what a trained model sees.
final class WordLattice {
  private static final int LONGEST_WORD = 6;
  private static final double UNKNOWN = -19;
  private static final double TOTAL = 2.5e6;

  /// Per word of the dictionary, by its index: how probable it is (a logarithm), and its code.
  private static final double[] SCORE = new double[CoreDictionary.trie.size()];

  private static final int[] CODE = new int[SCORE.length];

  /// Names longer than a character are for the tagger to find.
  private static final boolean[] NAME = new boolean[SCORE.length];

  static {
    for (int i = 0; i < SCORE.length; i++) {
      CoreDictionary.Attribute word = CoreDictionary.get(i);
      String nature = word.nature[0].toString();
      SCORE[i] = Math.log((word.totalFrequency + 1.0) / TOTAL);
      CODE[i] = code(nature);
      NAME[i] = isName(nature);
    }
  }

  /// Per character, the start of its word.
  final int[] start;

  /// Per character, the end of its word, exclusive.
  final int[] end;

  /// Per character, a code for its word's part of speech; 0 for what no dictionary has.
  final int[] pos;

  private WordLattice(int length) {
    start = new int[length];
    end = new int[length];
    pos = new int[length];
  }

  static WordLattice of(String text) {
    int n = text.length();
    double[] best = new double[n + 1];
    int[] from = new int[n + 1];
    int[] tag = new int[n + 1];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    int reached = 0;
    DoubleArrayTrie<CoreDictionary.Attribute>.Searcher entry =
        CoreDictionary.trie.getSearcher(text, 0);
    while (entry.next()) {
      for (; reached <= entry.begin; reached++) {
        relax(best, from, tag, reached, reached + 1, UNKNOWN, 0);
      }
      int word = entry.index;
      if (entry.length <= LONGEST_WORD && (entry.length == 1 || !NAME[word])) {
        int stop = entry.begin + entry.length;
        relax(best, from, tag, entry.begin, stop, SCORE[word], CODE[word]);
      }
    }
    for (; reached < n; reached++) {
      relax(best, from, tag, reached, reached + 1, UNKNOWN, 0);
    }
    WordLattice words = new WordLattice(n);
    for (int e = n; e > 0; e = from[e]) {
      for (int i = from[e]; i < e; i++) {
        words.start[i] = from[e];
        words.end[i] = e;
        words.pos[i] = tag[e];
      }
    }
    return words;
  }

  private static void relax(
      double[] best, int[] from, int[] tag, int i, int j, double score, int code) {
    if (best[i] + score > best[j]) {
      best[j] = best[i] + score;
      from[j] = i;
      tag[j] = code;
    }
  }

  private static boolean isName(String nature) {
    return nature.startsWith("nr") || nature.startsWith("ns") || nature.startsWith("nt");
  }

  private static int code(String nature) {
    int first = nature.charAt(0);
    int second = nature.length() > 1 ? nature.charAt(1) : 0;
    return first << 8 | second;
  }
}
