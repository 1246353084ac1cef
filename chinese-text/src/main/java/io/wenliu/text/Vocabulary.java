package io.wenliu.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary.Attribute;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.utility.Predefine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// HanLP's dictionary and a [Lexicon]'s words, made ready for the [Lattice].
///
/// What comes from HanLP is the same for all lexicons and held once. Immutable.
final class Vocabulary {

  /// What HanLP gives characters that no dictionary has.
  private static final int UNKNOWN_FREQUENCY = Predefine.OOV_DEFAULT_FREQUENCY;

  /// The words of a lexicon as they stand in the lattice, by the trie's index, and as they are
  /// tagged once they are chosen.
  final DoubleArrayTrie<LexiconWord> lexicon = new DoubleArrayTrie<>();

  Vocabulary(Map<String, Attribute> words) {
    TreeMap<String, LexiconWord> ready = new TreeMap<>();
    words.forEach((word, attribute) -> ready.put(word, lexiconWord(word, attribute)));
    lexicon.build(ready);
  }

  /// A word of the project's or the user's own.
  ///
  /// @param standing while ways through the sentence are compared
  /// @param chosen when it is on the best way
  record LexiconWord(DictionaryWord standing, DictionaryWord chosen) {}

  private static LexiconWord lexiconWord(String word, Attribute attribute) {
    // HanLP decides which class of words this one counts as.
    Vertex vertex = new Vertex(word, attribute);
    DictionaryWord standing =
        new DictionaryWord(
            word, vertex.attribute, vertex.wordID, vertex.attribute.totalFrequency, Shared.TAGS);
    DictionaryWord chosen =
        new DictionaryWord(
            word, attribute, -attribute.totalFrequency, attribute.totalFrequency, Shared.TAGS);
    return new LexiconWord(standing, chosen);
  }

  /// The word of HanLP's dictionary with this index; made ready when it is met first.
  static DictionaryWord core(int index, char[] text, int start, int length) {
    DictionaryWord word = Shared.CORE[index];
    if (word == null) {
      // Two threads may make the same word ready: either's will do.
      String written = new String(text, start, length);
      word = Shared.of(new Vertex(written, CoreDictionary.get(index), index));
      Shared.CORE[index] = word;
    }
    return word;
  }

  static DictionaryWord begin() {
    return Shared.BEGIN;
  }

  static DictionaryWord end() {
    return Shared.END;
  }

  static Neighbours neighbours() {
    return Shared.NEIGHBOURS;
  }

  static TagMatrix tags() {
    return Shared.TAGS;
  }

  /// Characters that no dictionary has.
  ///
  /// @param id of the class they stand for; -1 for none
  static DictionaryWord unknown(String word, Nature tag, int id) {
    return new DictionaryWord(
        word, new Attribute(tag, UNKNOWN_FREQUENCY), id, UNKNOWN_FREQUENCY, Shared.TAGS);
  }

  private static final class Shared {
    static final TagMatrix TAGS;
    static final Neighbours NEIGHBOURS;
    static final @Nullable DictionaryWord[] CORE;
    static final DictionaryWord BEGIN;
    static final DictionaryWord END;

    static {
      HanLpResources.confine();
      TAGS = new TagMatrix();
      try {
        NEIGHBOURS = Neighbours.load();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      CORE = new DictionaryWord[CoreDictionary.trie.size()];
      BEGIN = of(Vertex.newB());
      END = of(Vertex.newE());
    }

    private static DictionaryWord of(Vertex vertex) {
      return new DictionaryWord(
          vertex.realWord, vertex.attribute, vertex.wordID, vertex.attribute.totalFrequency, TAGS);
    }
  }
}
