package io.wenliu.nlp.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The compiled lists of names and of words that stand beside names.
///
/// The lists lie beside this class, one resource a category, words parted by white space, `#`
/// starting a comment line.
final class Gazetteer {
  static final int LOC = 1;
  static final int ORG = 1 << 1;
  static final int PER = 1 << 2;
  static final int TOWN = 1 << 3;
  static final int ORG_TAIL = 1 << 4;
  static final int TITLE = 1 << 5;
  static final int LOC_TAIL = 1 << 6;
  static final int COUNTRY = 1 << 7;
  static final int SURNAME = 1 << 8;
  static final int OTHER = 1 << 9;

  /// Words that end the names of bodies and next to nothing else.
  static final int BODY = 1 << 10;

  /// What a general dictionary calls a place; some are ordinary words as well.
  static final int PLACE = 1 << 11;

  /// Parts of foreign persons' names; many are places as well.
  static final int FOREIGN = 1 << 12;

  /// What a general dictionary calls an organisation or a company's brand.
  static final int BRAND = 1 << 13;

  /// Characters of Chinese given names.
  static final int GIVEN = 1 << 14;

  private final WordTrie trie = new WordTrie();

  static Gazetteer load() {
    Gazetteer gazetteer = new Gazetteer();
    gazetteer.read("loc-china.txt", LOC);
    gazetteer.read("loc-world.txt", LOC);
    gazetteer.read("loc-country.txt", LOC | COUNTRY);
    gazetteer.read("loc-town.txt", TOWN);
    gazetteer.read("loc-tail.txt", LOC_TAIL);
    gazetteer.read("org.txt", ORG);
    gazetteer.read("org-tail.txt", ORG_TAIL);
    gazetteer.read("per.txt", PER);
    gazetteer.read("surname.txt", SURNAME);
    gazetteer.read("title.txt", TITLE);
    gazetteer.read("other.txt", OTHER);
    gazetteer.read("org-body.txt", BODY);
    gazetteer.read("loc-dictionary.txt", PLACE);
    gazetteer.read("per-foreign.txt", FOREIGN);
    gazetteer.read("org-dictionary.txt", BRAND);
    gazetteer.read("org-kind.txt", ORG_TAIL);
    gazetteer.read("given.txt", GIVEN);
    gazetteer.trie.compiled();
    return gazetteer;
  }

  WordTrie trie() {
    return trie;
  }

  private void read(String resource, int category) {
    for (String word : words(resource)) {
      trie.add(word, category);
    }
  }

  /// The words of a list, folded.
  static List<String> words(String resource) {
    List<String> words = new ArrayList<>();
    try (InputStream in = Gazetteer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        for (String word : line.trim().split("\\s+", -1)) {
          if (!word.isEmpty()) {
            words.add(CharFold.fold(word));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
