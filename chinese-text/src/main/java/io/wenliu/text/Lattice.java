package io.wenliu.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharType;
import java.util.Arrays;
import java.util.List;

/// Splits a piece of text into the words that HanLP's lattice of dictionary words would, some times
/// faster: the nodes lie in arrays, what two words cost each other is looked up, not computed.
///
/// Where HanLP would look for persons' names, it says so and leaves the piece to HanLP. To be used
/// by one thread, for one piece after another.
final class Lattice {

  private static final String IN_NUMBERS = "，,．.";
  private static final int NONE = -1;

  private final Vocabulary vocabulary;
  private final Neighbours neighbours = Vocabulary.neighbours();
  private final DictionaryWord end = Vocabulary.end();

  private char[] text = new char[0];

  /// The nodes of the lattice; those that start at one character are chained in HanLP's order.
  private DictionaryWord[] node = new DictionaryWord[64];

  private int[] length = new int[64];
  private int[] next = new int[64];
  private int[] from = new int[64];
  private double[] weight = new double[64];
  private int nodes;

  /// Per character, its first and its last node.
  private int[] first = new int[32];

  private int[] last = new int[32];

  /// The best way.
  private DictionaryWord[] words = new DictionaryWord[32];

  private int[] starts = new int[33];
  private Nature[] tags = new Nature[32];

  Lattice(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// Adds the words of a piece to a list.
  ///
  /// @param whole the text that the piece is a part of, folded
  /// @return false if names may stand in it, so that HanLP must look; nothing is added then
  boolean read(String whole, int start, int stop, List<Token> tokens) {
    int size = stop - start;
    if (text.length != size) {
      text = new char[size];
    }
    whole.getChars(start, stop, text, 0);
    if (first.length < size) {
      first = new int[size * 2];
      last = new int[size * 2];
    }
    Arrays.fill(first, 0, size, NONE);
    nodes = 0;
    addDictionaryWords();
    addUnknown(size);
    int count = combined(bestWay(size));
    Nature[] guessed = tags;
    for (int i = 0; i < count; i++) {
      guessed[i] = words[i].tags()[0];
    }
    if (NameRoles.mayHoldChineseName(words, count, end) || mayHoldForeignName(count)) {
      return false;
    }
    Vocabulary.tags().tag(words, count, end, tags);
    for (int i = 0; i < count; i++) {
      tokens.add(new Token(words[i].form(), tags[i].toString(), start + starts[i]));
    }
    return true;
  }

  private void addDictionaryWords() {
    DoubleArrayTrie<CoreDictionary.Attribute>.Searcher core =
        CoreDictionary.trie.getSearcher(text, 0);
    while (core.next()) {
      add(core.begin, core.length, Vocabulary.core(core.index, text, core.begin, core.length));
    }
    DoubleArrayTrie<Vocabulary.LexiconWord>.Searcher own = vocabulary.lexicon.getSearcher(text, 0);
    while (own.next()) {
      add(own.begin, own.length, own.value.standing());
    }
  }

  /// Of two words of the same characters the first stays.
  private void add(int start, int size, DictionaryWord word) {
    for (int i = first[start]; i != NONE; i = next[i]) {
      if (length[i] == size) {
        return;
      }
    }
    if (nodes == node.length) {
      grow();
    }
    node[nodes] = word;
    length[nodes] = size;
    next[nodes] = NONE;
    from[nodes] = NONE;
    if (first[start] == NONE) {
      first[start] = nodes;
    } else {
      next[last[start]] = nodes;
    }
    last[start] = nodes++;
  }

  private void grow() {
    int capacity = node.length * 2;
    node = Arrays.copyOf(node, capacity);
    length = Arrays.copyOf(length, capacity);
    next = Arrays.copyOf(next, capacity);
    from = Arrays.copyOf(from, capacity);
    weight = Arrays.copyOf(weight, capacity);
  }

  /// Fills the gaps between dictionary words, so that some way leads to the end.
  private void addUnknown(int size) {
    int i = 0;
    while (i < size) {
      if (first[i] != NONE) {
        i += length[last[i]];
        continue;
      }
      int gap = i + 1;
      while (gap < size && (first[gap] == NONE || CharType.get(text[gap]) == CharType.CT_CNUM)) {
        gap++;
      }
      addAtoms(i, gap);
      i = gap;
    }
  }

  /// One node for each run of characters of a kind, the points and commas of a number in it.
  private void addAtoms(int start, int stop) {
    int at = start;
    int before = CharType.get(text[at]);
    for (int i = start + 1; i < stop; i++) {
      int kind = CharType.get(text[i]);
      if (kind != before) {
        if (before == CharType.CT_NUM
            && IN_NUMBERS.indexOf(text[i]) >= 0
            && i + 1 < stop
            && CharType.get(text[i + 1]) == CharType.CT_NUM) {
          continue;
        }
        addAtom(at, i, before);
        at = i;
      }
      before = kind;
    }
    addAtom(at, stop, before);
  }

  private void addAtom(int start, int stop, int kind) {
    Nature tag =
        switch (kind) {
          case CharType.CT_NUM, CharType.CT_INDEX, CharType.CT_CNUM -> Nature.m;
          case CharType.CT_DELIMITER, CharType.CT_OTHER -> Nature.w;
          case CharType.CT_SINGLE -> Nature.nx;
          default -> Nature.n;
        };
    int id = tag.equals(Nature.m) ? CoreDictionary.M_WORD_ID : NONE;
    id = tag.equals(Nature.nx) ? CoreDictionary.X_WORD_ID : id;
    String word = new String(text, start, stop - start);
    add(start, stop - start, Vocabulary.unknown(word, tag, id));
  }

  /// Walks the lattice; of two ways of the same cost the one found first stays.
  ///
  /// @return how many words the best way has; they are in `words`, their starts in `starts`
  private int bestWay(int size) {
    for (int i = first[0]; i != NONE; i = next[i]) {
      weight[i] = neighbours.cost(Vocabulary.begin(), node[i]);
      from[i] = i;
    }
    int best = NONE;
    double least = 0;
    for (int at = 0; at < size; at++) {
      for (int i = first[at]; i != NONE; i = next[i]) {
        if (from[i] == NONE) {
          continue;
        }
        int to = at + length[i];
        if (to == size) {
          double cost = weight[i] + neighbours.cost(node[i], end);
          if (best == NONE || least > cost) {
            best = i;
            least = cost;
          }
          continue;
        }
        for (int j = first[to]; j != NONE; j = next[j]) {
          double cost = weight[i] + neighbours.cost(node[i], node[j]);
          if (from[j] == NONE || weight[j] > cost) {
            from[j] = i;
            weight[j] = cost;
          }
        }
      }
    }
    return path(best, size);
  }

  private int path(int lastNode, int size) {
    int count = 1;
    for (int i = lastNode; from[i] != i; i = from[i]) {
      count++;
    }
    if (words.length < count) {
      words = new DictionaryWord[count * 2];
      starts = new int[count * 2 + 1];
      tags = new Nature[count * 2];
    }
    starts[count] = size;
    int node1 = lastNode;
    for (int i = count - 1; i >= 0; i--) {
      words[i] = node[node1];
      starts[i] = starts[i + 1] - length[node1];
      node1 = from[node1];
    }
    return count;
  }

  /// Joins neighbours that together are a word of the lexicon, and gives the lexicon's words the
  /// lexicon's tags.
  private int combined(int count) {
    int kept = 0;
    int i = 0;
    while (i < count) {
      Vocabulary.LexiconWord found = null;
      int stop = i + 1;
      int state = 1;
      for (int to = i; to < count; to++) {
        state = transition(state, starts[to], starts[to + 1]);
        if (state < 0) {
          break;
        }
        Vocabulary.LexiconWord word = vocabulary.lexicon.output(state);
        if (word != null) {
          found = word;
          stop = to + 1;
        }
      }
      words[kept] = found == null ? words[i] : found.chosen();
      starts[kept] = starts[i];
      kept++;
      i = stop;
    }
    starts[kept] = starts[count];
    return kept;
  }

  private int transition(int state, int start, int stop) {
    int at = state;
    for (int i = start; i < stop && at >= 0; i++) {
      at = vocabulary.lexicon.transition(text[i], at);
    }
    return at;
  }

  private boolean mayHoldForeignName(int count) {
    for (int i = 0; i + 1 < count; i++) {
      if (tags[i].equals(Nature.nrf)) {
        String following = new String(text, starts[i + 1], starts[i + 2] - starts[i + 1]);
        if (NameRoles.mayBeginForeignName(tags[i], tags[i + 1], following)) {
          return true;
        }
      }
    }
    return false;
  }
}
