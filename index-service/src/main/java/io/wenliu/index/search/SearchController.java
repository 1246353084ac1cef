package io.wenliu.index.search;

import io.wenliu.index.search.ArticleSearch.Found;
import io.wenliu.index.web.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Serves the search box.
@RestController
@RequestMapping("/api/v1")
class SearchController {

  private final ArticleSearch search;
  private final SearchParameters parameters;
  private final Suggestions suggestions;
  private final Wording wording;

  SearchController(
      ArticleSearch search, SearchParameters parameters, Suggestions suggestions, Wording wording) {
    this.search = search;
    this.parameters = parameters;
    this.suggestions = suggestions;
    this.wording = wording;
  }

  @GetMapping("/articles")
  SearchAnswer articles(
      @RequestParam MultiValueMap<String, String> given,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "true") boolean facets,
      Locale locale) {
    long start = System.nanoTime();
    SearchRequest asked = parameters.read(given);
    Cursor place = Cursor.parse(cursor, asked.cursor().search());
    // Facets do not change from page to page.
    boolean counted = facets && place.offset() == 0 && place.after().isEmpty();
    SearchRequest request = asked.page(parameters.size(size), place, counted);
    Found found = search.search(request);
    String meant = null;
    String instead = null;
    if (found.byWords() == 0) {
      // Nobody writes like that: perhaps it is pinyin.
      meant = suggestions.meantBy(asked.query().text()).orElse(null);
      instead = meant == null ? suggestions.soundingLike(asked.query().text()).orElse(null) : null;
      if (meant != null) {
        found = search.search(request.asking(parameters.query(meant)));
      }
    }
    Map<String, List<WordHits.Count>> counts = new LinkedHashMap<>();
    found.facets().forEach((field, values) -> counts.put(field.id(), values));
    return new SearchAnswer(
        found.total(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
        found.meaning() ? "hybrid" : "words",
        notice(found, meant, locale),
        found.hits(),
        counts,
        found.histogram(),
        found.next() == null ? null : found.next().toString(),
        instead);
  }

  private @Nullable String notice(Found found, @Nullable String meant, Locale locale) {
    if (meant != null) {
      return wording.in(locale, "notice-meant", meant);
    }
    if (!found.complete()) {
      return wording.in(locale, "notice-incomplete");
    }
    return found.meaningMissed() ? wording.in(locale, "notice-words-only") : null;
  }
}
