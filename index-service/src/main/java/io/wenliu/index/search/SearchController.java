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
    // Whoever judges the words alone is told what they find as they are written.
    if (found.byWords() == 0 && asked.counts(Evidence.MEANING)) {
      // Nobody writes like that: perhaps it is pinyin.
      meant = suggestions.meantBy(asked.query().text()).orElse(null);
      if (meant != null) {
        Query other = asked.query().asking(parameters.query(meant));
        Found byMeant = search.search(request.asking(other));
        // It was not the words that found nothing, but what else was asked for.
        meant = byMeant.byWords() == 0 ? null : meant;
        found = meant == null ? found : byMeant;
      }
      instead = meant == null ? instead(given.getFirst("q"), asked.query().text()) : null;
    }
    Map<String, List<WordHits.Count>> counts = new LinkedHashMap<>();
    found.facets().forEach((field, values) -> counts.put(field.id(), values));
    return new SearchAnswer(
        found.total(),
        found.stories(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
        found.meaning() ? "hybrid" : "words",
        notice(found, meant, locale),
        found.hits(),
        counts,
        found.histogram(),
        found.next() == null ? null : found.next().toString(),
        instead);
  }

  /// What the box may have been meant to say; null where nobody knows better.
  private @Nullable String instead(@Nullable String box, String text) {
    return suggestions
        .soundingLike(text)
        .flatMap(sounding -> parameters.rewritten(box == null ? "" : box, text, sounding))
        .orElse(null);
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
