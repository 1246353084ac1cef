package io.wenliu.systemtests;

import io.wenliu.contract.Article;
import io.wenliu.contract.PartialDate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Articles and queries with graded answers; see `relevance/README.md`.
///
/// @param articles by the names that the queries call them by
record RelevanceTable(Map<String, Article> articles, List<GradedQuery> queries) {

  private static final List<String> ARTICLE_FILES =
      List.of(
          "articles-1-city.txt",
          "articles-2-science.txt",
          "articles-3-economy.txt",
          "articles-4-health-education.txt",
          "articles-5-culture-sport.txt",
          "articles-6-law-weather.txt",
          "articles-7-country-nature.txt",
          "articles-8-world-opinion.txt",
          "articles-9-words.txt",
          "articles-10-traditional-and-more.txt",
          "articles-11-longer.txt");

  /// @param kind what is hard about it
  /// @param grades from 1, touches it, to 3, is what was asked for; what is absent is 0
  record GradedQuery(String kind, String text, Map<String, Integer> grades) {

    /// Normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002) with gains `2^grade -
    /// 1`.
    ///
    /// @param found names of articles, the best first
    double ndcg(List<String> found, int depth) {
      List<Integer> got =
          found.stream().limit(depth).map(name -> grades.getOrDefault(name, 0)).toList();
      List<Integer> best =
          grades.values().stream().sorted(Comparator.reverseOrder()).limit(depth).toList();
      return gain(got) / gain(best);
    }

    private static double gain(List<Integer> grades) {
      double gain = 0;
      for (int i = 0; i < grades.size(); i++) {
        gain += ((1 << grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2.0);
      }
      return gain;
    }
  }

  static RelevanceTable read() {
    Map<String, Article> articles = new LinkedHashMap<>();
    for (String file : ARTICLE_FILES) {
      for (String line : lines(file)) {
        String[] cells = line.split("\\|", -1);
        if (articles.put(cells[0], article(cells)) != null) {
          throw new IllegalStateException(cells[0] + " occurs twice");
        }
      }
    }
    return new RelevanceTable(
        articles, lines("queries.txt").stream().map(RelevanceTable::query).toList());
  }

  private static Article article(String[] cells) {
    return new Article(
        cells[4],
        null,
        null,
        cells[2].isEmpty() ? List.of() : List.of(cells[2]),
        null,
        List.of(),
        null,
        null,
        cells[1],
        null,
        new PartialDate(cells[3]),
        false,
        null,
        List.of(),
        List.of(cells[5]),
        List.of());
  }

  private static GradedQuery query(String line) {
    String[] cells = line.split("\\|", -1);
    Map<String, Integer> grades = new LinkedHashMap<>();
    for (String graded : cells[2].split(" ", -1)) {
      int colon = graded.lastIndexOf(':');
      grades.put(graded.substring(0, colon), Integer.valueOf(graded.substring(colon + 1)));
    }
    return new GradedQuery(cells[0], cells[1], grades);
  }

  private static List<String> lines(String file) {
    try (InputStream in = RelevanceTable.class.getResourceAsStream("/relevance/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      String text =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readAllAsString();
      return Arrays.stream(text.split("\n", -1))
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
