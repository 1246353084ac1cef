package io.wenliu.nlp.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// In how many articles of a corpus of news each word stands. Immutable.
///
/// The table that ships holds counts only, made by [io.wenliu.nlp.cli.CountWordsCommand] over news
/// of one year; another corpus gives another table by the same command.
public final class WordStatistics {

  private static final String NEWS = "word-counts.tsv";

  private final Map<String, Double> rarities = new HashMap<>();
  private final double unseen;

  private WordStatistics(int articles, Map<String, Integer> articlesWith) {
    articlesWith.forEach((word, with) -> rarities.put(word, rarity(articles, with)));
    this.unseen = rarity(articles, 0);
  }

  private static double rarity(int articles, int with) {
    return Math.log((articles + 1.0) / (with + 1.0));
  }

  /// The table that ships.
  public static WordStatistics ofNews() {
    try (InputStream in = WordStatistics.class.getResourceAsStream(NEWS)) {
      if (in == null) {
        throw new IllegalStateException("the word counts are not on the class path");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a table: the number of articles in the first line, then a word, a tab and in how many
  /// articles it stands, a line each.
  ///
  /// @throws IOException if it cannot be read
  /// @throws IllegalArgumentException if a line has another form
  public static WordStatistics read(Reader table) throws IOException {
    BufferedReader lines = new BufferedReader(table);
    String first = lines.readLine();
    if (first == null) {
      throw new IllegalArgumentException(
          "a table of word counts starts with the number of articles");
    }
    int articles = Integer.parseInt(first.strip());
    Map<String, Integer> counts = new HashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int tab = line.indexOf('\t');
      if (tab < 1) {
        throw new IllegalArgumentException("not a word and its count: " + line);
      }
      counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
    }
    return new WordStatistics(articles, counts);
  }

  /// Inverse document frequency, `ln((N + 1) / (n + 1))`: how much a word tells.
  ///
  /// @param form folded
  /// @return from 0 for a word of every article up to about 8 for one that none had
  public double inverseDocumentFrequency(String form) {
    Double rarity = rarities.get(form);
    return rarity == null ? unseen : rarity;
  }
}
