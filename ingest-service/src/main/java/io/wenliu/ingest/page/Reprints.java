package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pages handed in together help each other: where one prints an article that another prints too,
/// the order of its paragraphs there tells where a displaced last paragraph belongs.
final class Reprints {
  private static final int GRAM = 8;
  private static final int KEY = 16;
  private static final int SAMPLE = 7;
  private static final double SAME = 0.5;

  private record Place(int page, int article) {}

  private final List<ReconstructedPage> pages;
  private final Map<Long, List<Place>> index = new HashMap<>();

  private Reprints(List<ReconstructedPage> pages) {
    this.pages = pages;
    for (int p = 0; p < pages.size(); p++) {
      for (int a = 0; a < pages.get(p).articles().size(); a++) {
        Place place = new Place(p, a);
        for (long gram : sample(text(place))) {
          List<Place> places = index.computeIfAbsent(gram, g -> new ArrayList<>(1));
          if (places.size() < 4 && !places.contains(place)) {
            places.add(place);
          }
        }
      }
    }
  }

  /// The same pages, displaced paragraphs put where a reprint among them has them.
  static List<ReconstructedPage> repair(List<ReconstructedPage> pages) {
    if (pages.size() < 2) {
      return pages;
    }
    Reprints reprints = new Reprints(pages);
    List<ReconstructedPage> repaired = new ArrayList<>();
    for (int p = 0; p < pages.size(); p++) {
      ReconstructedPage page = pages.get(p);
      List<PageArticle> articles = new ArrayList<>();
      for (int a = 0; a < page.articles().size(); a++) {
        articles.add(reprints.repaired(new Place(p, a)));
      }
      repaired.add(
          new ReconstructedPage(
              page.name(),
              articles,
              page.captions(),
              page.furniture(),
              page.duplicates(),
              page.decisions()));
    }
    return repaired;
  }

  private PageArticle article(Place place) {
    return pages.get(place.page()).articles().get(place.article());
  }

  private String text(Place place) {
    return Spacing.withoutSpaces(String.join("", article(place).paragraphs()));
  }

  private PageArticle repaired(Place place) {
    PageArticle article = article(place);
    List<String> paragraphs = article.paragraphs();
    if (paragraphs.size() < 2) {
      return article;
    }
    Map<Place, Integer> hits = new HashMap<>();
    List<Long> grams = sample(text(place));
    for (long gram : grams) {
      for (Place other : index.getOrDefault(gram, List.of())) {
        if (other.page() != place.page()) {
          hits.merge(other, 1, Integer::sum);
        }
      }
    }
    for (Map.Entry<Place, Integer> hit : hits.entrySet()) {
      if (hit.getValue() >= SAME * grams.size() && lastComesFirst(paragraphs, text(hit.getKey()))) {
        return lastFirst(article);
      }
    }
    return article;
  }

  private static boolean lastComesFirst(List<String> paragraphs, String reprint) {
    int first = reprint.indexOf(key(paragraphs.getFirst()));
    int last = reprint.indexOf(key(paragraphs.getLast()));
    return first >= 0 && last >= 0 && last < first;
  }

  private static String key(String paragraph) {
    String text = Spacing.withoutSpaces(paragraph);
    return text.length() > KEY ? text.substring(0, KEY) : text;
  }

  private static PageArticle lastFirst(PageArticle article) {
    List<String> paragraphs = new ArrayList<>(article.paragraphs());
    paragraphs.addFirst(paragraphs.removeLast());
    int n = paragraphs.size();
    List<OutlineEntry> outline =
        article.outline().stream()
            .filter(h -> !(h.runIn() && h.paragraph() == n - 1))
            .map(h ->
                new OutlineEntry(h.level(), h.text(), Math.min(n, h.paragraph() + 1), h.runIn()))
            .toList();
    return new PageArticle(
        article.title(),
        article.subtitle(),
        article.kicker(),
        article.authors(),
        article.affiliation(),
        article.issuers(),
        article.agency(),
        article.dateline(),
        article.source(),
        article.page(),
        article.published(),
        article.publishedInferred(),
        article.documentDate(),
        outline,
        paragraphs,
        article.captions());
  }

  private static List<Long> sample(String text) {
    List<Long> grams = new ArrayList<>();
    for (int i = 0; i + GRAM <= text.length(); i++) {
      long hash = 1125899906842597L;
      for (int j = i; j < i + GRAM; j++) {
        hash = 31 * hash + text.charAt(j);
      }
      if (Math.floorMod(hash, SAMPLE) == 0) {
        grams.add(hash);
      }
    }
    return grams;
  }
}
