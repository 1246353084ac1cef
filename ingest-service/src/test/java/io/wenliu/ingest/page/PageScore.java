package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Measures reconstructed pages against what an editor says is on them.
///
/// White space never counts, and quotation marks are folded. `body` is the mean F1 of character
/// 8-grams between an article's text and that of the article matched to it; the others are shares
/// of articles, or F1 over all of them.
final class PageScore {
  private static final int GRAM = 8;

  /// An article as it should come out.
  ///
  /// @param body text without headings
  /// @param published ISO; null where nothing on the page dates the article
  record Expected(
      String title,
      @Nullable String subtitle,
      List<String> authors,
      List<String> headings,
      String body,
      @Nullable String source,
      @Nullable String published,
      boolean yearOpen) {}

  private record Pair(double score, int gold, int found) {}

  private final Map<String, Double> sums = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int headingsFound;
  private int headingsWanted;
  private int headingsRight;
  private int photographersFound;
  private int photographersWanted;
  private int photographersRight;

  void add(
      List<Expected> gold,
      List<String> photographers,
      List<String> furniture,
      ReconstructedPage page) {
    List<PageArticle> found = page.articles();
    tally("count", found.size() == gold.size());
    List<Map<String, Integer>> grams = found.stream().map(a -> grams(text(a))).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int g = 0; g < gold.size(); g++) {
      Map<String, Integer> wanted = grams(fold(gold.get(g).body()));
      for (int f = 0; f < found.size(); f++) {
        pairs.add(new Pair(f1(wanted, grams.get(f)), g, f));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    Map<Integer, Pair> matched = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (pair.score() > 0 && !matched.containsKey(pair.gold()) && taken.add(pair.found())) {
        matched.put(pair.gold(), pair);
      }
    }
    for (int g = 0; g < gold.size(); g++) {
      Pair pair = matched.get(g);
      compare(
          gold.get(g),
          pair == null ? 0 : pair.score(),
          pair == null ? null : found.get(pair.found()));
    }
    List<String> credits =
        found.stream()
            .flatMap(a -> a.captions().stream())
            .flatMap(c -> c.photographers().stream())
            .toList();
    photographersFound += credits.size();
    photographersWanted += photographers.size();
    photographersRight += common(photographers, credits);
    for (String line : furniture) {
      boolean kept =
          found.stream()
              .flatMap(a -> a.paragraphs().stream())
              .anyMatch(p -> fold(p).contains(fold(line)));
      tally("furniture", !kept);
    }
  }

  private void compare(Expected gold, double body, @Nullable PageArticle found) {
    sums.merge("body", body, Double::sum);
    counts.merge("body", 1, Integer::sum);
    tally("title", found != null && fold(found.title()).equals(fold(gold.title())));
    tally(
        "authors",
        found != null
            && found.authors().stream()
                .map(PageScore::fold)
                .sorted()
                .toList()
                .equals(gold.authors().stream().map(PageScore::fold).sorted().toList()));
    optional("subtitle", gold.subtitle(), found == null ? null : found.subtitle());
    optional("source", gold.source(), found == null ? null : found.source());
    String date = found == null || found.published() == null ? null : found.published().toString();
    if (gold.published() != null || date != null) {
      boolean open = gold.yearOpen() && date != null && date.startsWith("--");
      boolean right =
          gold.published() != null
              && date != null
              && (date.equals(gold.published())
                  || (open && gold.published().endsWith(date.substring(2))));
      tally("published", right);
    }
    List<String> headings = found == null ? List.of() : found.headings();
    headingsFound += headings.size();
    headingsWanted += gold.headings().size();
    headingsRight += common(gold.headings(), headings);
  }

  /// A figure from 0 to 1; 1 where nothing was there to be measured.
  double figure(String name) {
    return switch (name) {
      case "headings" -> f1(headingsRight, headingsWanted, headingsFound);
      case "captions" -> f1(photographersRight, photographersWanted, photographersFound);
      default -> {
        int n = counts.getOrDefault(name, 0);
        yield n == 0 ? 1 : sums.getOrDefault(name, 0.0) / n;
      }
    };
  }

  private void optional(String name, @Nullable String wanted, @Nullable String found) {
    if (wanted != null || found != null) {
      tally(name, wanted != null && found != null && fold(wanted).equals(fold(found)));
    }
  }

  private void tally(String name, boolean right) {
    sums.merge(name, right ? 1.0 : 0.0, Double::sum);
    counts.merge(name, 1, Integer::sum);
  }

  private static String text(PageArticle article) {
    return fold(String.join("", article.paragraphs()));
  }

  static String fold(String text) {
    return Spacing.withoutSpaces(text)
        .replaceAll("[「“”」\"]", "”")
        .replaceAll("[‘’']", "’")
        .replace('：', ':')
        .replace('（', '(')
        .replace('）', ')')
        .replace('，', ',')
        .replace('—', '-');
  }

  private static int common(Collection<String> gold, Collection<String> found) {
    List<String> left =
        found.stream().map(PageScore::fold).collect(Collectors.toCollection(ArrayList::new));
    int common = 0;
    for (String wanted : gold) {
      common += left.remove(fold(wanted)) ? 1 : 0;
    }
    return common;
  }

  private static Map<String, Integer> grams(String text) {
    Map<String, Integer> grams = new HashMap<>();
    for (int i = 0; i + GRAM <= Math.max(text.length(), GRAM); i++) {
      grams.merge(text.substring(i, Math.min(text.length(), i + GRAM)), 1, Integer::sum);
    }
    return grams;
  }

  private static double f1(Map<String, Integer> gold, Map<String, Integer> found) {
    int common = 0;
    for (Map.Entry<String, Integer> entry : gold.entrySet()) {
      common += Math.min(entry.getValue(), found.getOrDefault(entry.getKey(), 0));
    }
    return f1(common, sum(gold), sum(found));
  }

  private static int sum(Map<String, Integer> grams) {
    return grams.values().stream().mapToInt(n -> n).sum();
  }

  private static double f1(int right, int wanted, int found) {
    return wanted + found == 0 ? 1 : 2.0 * right / (wanted + found);
  }
}
