package io.wenliu.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The words that news has and a general dictionary has not: the project's own and the user's.
///
/// A line is a word, a blank and a part of speech; `#` opens a comment. The user's words win.
final class Lexicon {

  /// Weight of a word in the lattice, about that of a common noun in HanLP's counts.
  private static final int FREQUENCY = 1000;

  private static final int LONGEST_WORD = 24;
  private static final String NEWS = "news.txt";

  private final DynamicCustomDictionary words;
  private final Vocabulary vocabulary;
  private final String hash;

  private Lexicon(DynamicCustomDictionary words, Vocabulary vocabulary, String hash) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.hash = hash;
  }

  /// @param userDictionary UTF-8; null or no such file for none
  /// @throws UncheckedIOException if it cannot be read
  static Lexicon load(@Nullable Path userDictionary) {
    HanLpResources.confine();
    String news = newsDictionary();
    String user = userDictionary == null ? "" : read(userDictionary);
    TreeMap<String, CoreDictionary.Attribute> entries = new TreeMap<>();
    add(entries, news);
    add(entries, user);
    DoubleArrayTrie<CoreDictionary.Attribute> trie = new DoubleArrayTrie<>();
    trie.build(entries);
    DynamicCustomDictionary words = new DynamicCustomDictionary(trie, null, null);
    return new Lexicon(words, new Vocabulary(entries), hash(news + '\0' + user));
  }

  /// For HanLP.
  DynamicCustomDictionary words() {
    return words;
  }

  /// For the [Lattice].
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /// Changes when a word or its part of speech does.
  String hash() {
    return hash;
  }

  private static void add(Map<String, CoreDictionary.Attribute> entries, String dictionary) {
    dictionary
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> {
          String[] columns = line.split("\\s+", 3);
          String word = TextNormalizer.fold(columns[0]);
          if (word.length() <= LONGEST_WORD) {
            String tag = columns.length > 1 ? columns[1] : "n";
            entries.put(word, new CoreDictionary.Attribute(nature(tag), FREQUENCY));
          }
        });
  }

  /// HanLP's own tags only: a new one would resize its tables under the hands of other threads.
  private static Nature nature(String tag) {
    Nature nature = Nature.fromString(tag);
    return nature == null ? Nature.n : nature;
  }

  private static String newsDictionary() {
    try (InputStream in = Lexicon.class.getResourceAsStream(NEWS)) {
      if (in == null) {
        throw new IllegalStateException("the news dictionary is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
