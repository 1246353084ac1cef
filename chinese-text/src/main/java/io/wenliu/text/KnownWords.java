package io.wenliu.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// The dictionary's words wherever they stand in a text: also inside the words that it was split
/// into, and across them.
///
/// An index that keeps them finds such a word by one look, however text and query were split, where
/// a search for its characters one after another reads half the index. Two characters and more,
/// Chinese ones only. Thread-safe.
public final class KnownWords {

  /// Raised when the same dictionaries may give other words.
  private static final int RULES = 1;

  private static final int SHORTEST = 2;

  /// Between what is read as one run; in no dictionary.
  private static final char BREAK = '\n';

  private final Vocabulary vocabulary;
  private final String version;

  private KnownWords(Lexicon lexicon) {
    this.vocabulary = lexicon.vocabulary();
    this.version = HanLpResources.VERSION + "/known-" + RULES + "/" + lexicon.hash();
  }

  /// HanLP's words and those of the project's own news dictionary; a user's words are none of them,
  /// since they change while the index stands.
  public static KnownWords standard() {
    return new KnownWords(Lexicon.load(null));
  }

  /// Changes whenever a text may hold others.
  public String version() {
    return version;
  }

  /// @param word folded
  public boolean contains(String word) {
    return word.length() >= SHORTEST
        && word.chars().allMatch(KnownWords::isChinese)
        && (CoreDictionary.trie.exactMatchSearch(word) >= 0
            || vocabulary.lexicon.exactMatchSearch(word) >= 0);
  }

  /// The known words of a text that are not among those it was split into.
  ///
  /// Punctuation and space between two characters do not part them, just as a search for a phrase
  /// reads over them; letters and digits do.
  ///
  /// @param paragraphs are read each for itself
  /// @param split the words of the same text, folded, each paragraph's joined by single spaces
  /// @return each once, in the order in which they begin
  public Set<String> beside(Collection<String> paragraphs, Collection<String> split) {
    Set<String> there = new HashSet<>();
    split.forEach(words -> there.addAll(Arrays.asList(words.split(" "))));
    Set<String> found = new LinkedHashSet<>();
    for (String paragraph : paragraphs) {
      char[] run = run(TextNormalizer.fold(paragraph));
      DoubleArrayTrie<CoreDictionary.Attribute>.Searcher core =
          CoreDictionary.trie.getSearcher(run, 0);
      while (core.next()) {
        add(run, core.begin, core.length, there, found);
      }
      DoubleArrayTrie<Vocabulary.LexiconWord>.Searcher own = vocabulary.lexicon.getSearcher(run, 0);
      while (own.next()) {
        add(run, own.begin, own.length, there, found);
      }
    }
    return found;
  }

  private static void add(char[] run, int start, int length, Set<String> there, Set<String> found) {
    if (length < SHORTEST) {
      return;
    }
    for (int i = start; i < start + length; i++) {
      if (!isChinese(run[i])) {
        return;
      }
    }
    String word = new String(run, start, length);
    if (!there.contains(word)) {
      found.add(word);
    }
  }

  /// Without what an index of characters does not keep.
  private static char[] run(String text) {
    char[] kept = new char[text.length()];
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isChinese(c)) {
        kept[size++] = c;
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        kept[size++] = BREAK;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private static boolean isChinese(int c) {
    return (c >= '\u4E00' && c <= '\u9FFF')
        || (c > '\u2E7F' && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
