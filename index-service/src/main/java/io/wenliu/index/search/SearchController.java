package io.wenliu.index.search;

import io.wenliu.index.search.ArticleSearch.Found;
import io.wenliu.index.search.SearchRequest.Sort;
import io.wenliu.index.web.ApiProblem;
import io.wenliu.index.web.Wording;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  private final QueryParser parser;
  private final Suggestions suggestions;
  private final SearchSettings settings;
  private final Wording wording;

  SearchController(
      ArticleSearch search,
      QueryParser parser,
      Suggestions suggestions,
      SearchSettings settings,
      Wording wording) {
    this.search = search;
    this.parser = parser;
    this.suggestions = suggestions;
    this.settings = settings;
    this.wording = wording;
  }

  @GetMapping("/articles")
  SearchAnswer articles(
      @RequestParam(defaultValue = "") String q,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "true") boolean facets,
      Locale locale) {
    long start = System.nanoTime();
    if (size < 1 || size > settings.maxSize()) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "size-out-of-range", settings.maxSize());
    }
    Query query = parser.parse(q);
    Map<FacetField, List<String>> filters = filters(parameters);
    DateRange published = published(from, to);
    Sort order = sort(sort, query);
    // A hash of strings alone is the same on every instance.
    int identity =
        String.join("|", q, filters.toString(), published.toString(), order.name()).hashCode();
    Cursor place = Cursor.parse(cursor, identity);
    // Facets do not change from page to page.
    boolean counted = facets && place.offset() == 0 && place.after().isEmpty();
    SearchRequest request =
        new SearchRequest(query, filters, published, order, size, place, counted);
    Found found = search.search(request);
    String meant = null;
    if (found.byWords() == 0) {
      // Nobody writes like that: perhaps it is pinyin.
      meant = suggestions.meantBy(query.text()).orElse(null);
      if (meant != null) {
        found = search.search(request.asking(parser.parse(meant)));
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
        found.next() == null ? null : found.next().toString());
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

  private Map<FacetField, List<String>> filters(MultiValueMap<String, String> parameters) {
    Map<FacetField, List<String>> filters = new EnumMap<>(FacetField.class);
    int count = 0;
    for (FacetField field : FacetField.values()) {
      List<String> values =
          parameters.getOrDefault(field.id(), List.of()).stream()
              .filter(value -> !value.isBlank())
              .distinct()
              .toList();
      if (!values.isEmpty()) {
        filters.put(field, values);
        count += values.size();
      }
    }
    if (count > settings.maxClauses()) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "query-too-complex", settings.maxClauses());
    }
    return filters;
  }

  private static DateRange published(String from, String to) {
    return new DateRange(
        from.isBlank() ? null : QueryParser.dates(from).from(),
        to.isBlank() ? null : QueryParser.dates(to).to());
  }

  private static Sort sort(String sort, Query query) {
    return switch (sort) {
      case "" -> query.hasText() ? Sort.RELEVANCE : Sort.NEWEST;
      case "relevance" -> query.hasText() ? Sort.RELEVANCE : Sort.NEWEST;
      case "newest" -> Sort.NEWEST;
      default -> throw new ApiProblem(HttpStatus.BAD_REQUEST, "sort-unknown", sort);
    };
  }
}
