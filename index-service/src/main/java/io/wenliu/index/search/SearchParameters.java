package io.wenliu.index.search;

import io.wenliu.index.search.SearchRequest.Sort;
import io.wenliu.index.web.ApiProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Reads the parameters that every search has in common, whether it is shown, exported or watched.
/// Thread-safe.
@Component
public class SearchParameters {

  private final QueryParser parser;
  private final SearchSettings settings;

  SearchParameters(QueryParser parser, SearchSettings settings) {
    this.parser = parser;
    this.settings = settings;
  }

  /// What is searched for: `q`, the filters, `from`, `to`, `sort` and `evidence`, without page and
  /// facets.
  ///
  /// @throws ApiProblem if they cannot be understood or ask for too much
  public SearchRequest read(MultiValueMap<String, String> parameters) {
    String q = first(parameters, "q");
    Query query = parser.parse(q);
    Map<FacetField, List<String>> filters = filters(parameters);
    DateRange published = published(first(parameters, "from"), first(parameters, "to"));
    Sort order = sort(first(parameters, "sort"), query);
    String evidence = first(parameters, "evidence");
    Set<Evidence> parts =
        Evidence.parse(evidence)
            .orElseThrow(
                () -> new ApiProblem(HttpStatus.BAD_REQUEST, "evidence-unknown", evidence));
    // A hash of strings alone is the same on every instance.
    int identity =
        String.join("|", q, filters.toString(), published.toString(), order.name(), evidence)
            .hashCode();
    return new SearchRequest(
        query, filters, published, order, settings.maxSize(), Cursor.start(identity), false, parts);
  }

  /// @throws ApiProblem if it is longer or has more conditions than allowed, or a date is none
  public Query query(String text) {
    return parser.parse(text);
  }

  /// The box's text with one run of it written otherwise; see [QueryParser#rewritten].
  Optional<String> rewritten(String text, String written, String otherwise) {
    return parser.rewritten(text, written, otherwise);
  }

  /// @param from first day, empty for no limit
  /// @param to last day, empty for no limit
  /// @throws ApiProblem if either is no date
  public static DateRange published(String from, String to) {
    return new DateRange(
        from.isBlank() ? null : QueryParser.dates(from).from(),
        to.isBlank() ? null : QueryParser.dates(to).to());
  }

  /// A text that is no query by itself: a name, the beginning of a word.
  ///
  /// @throws ApiProblem if it is longer than a query may be
  public String text(String text) {
    if (text.codePointCount(0, text.length()) > settings.maxQueryLength()) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "query-too-long", settings.maxQueryLength());
    }
    return text;
  }

  /// The size of a page.
  ///
  /// @throws ApiProblem if it is out of range
  public int size(int size) {
    if (size < 1 || size > settings.maxSize()) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "size-out-of-range", settings.maxSize());
    }
    return size;
  }

  private static String first(MultiValueMap<String, String> parameters, String name) {
    @Nullable String value = parameters.getFirst(name);
    return value == null ? "" : value;
  }

  private Map<FacetField, List<String>> filters(MultiValueMap<String, String> parameters) {
    Map<FacetField, List<String>> filters = new EnumMap<>(FacetField.class);
    int count = 0;
    for (FacetField field : FacetField.values()) {
      List<String> values =
          parameters.getOrDefault(field.id(), List.of()).stream()
              .filter(value -> !value.isBlank())
              .distinct()
              .map(this::text)
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

  private static Sort sort(String sort, Query query) {
    return switch (sort) {
      case "" -> query.hasText() ? Sort.RELEVANCE : Sort.NEWEST;
      case "relevance" -> query.hasText() ? Sort.RELEVANCE : Sort.NEWEST;
      case "newest" -> Sort.NEWEST;
      default -> throw new ApiProblem(HttpStatus.BAD_REQUEST, "sort-unknown", sort);
    };
  }
}
