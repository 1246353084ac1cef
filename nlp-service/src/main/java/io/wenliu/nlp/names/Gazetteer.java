package io.wenliu.nlp.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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
    gazetteer.trie.compiled();
    return gazetteer;
  }

  WordTrie trie() {
    return trie;
  }

  private void read(String resource, int category) {
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
            trie.add(CharFold.fold(word), category);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
