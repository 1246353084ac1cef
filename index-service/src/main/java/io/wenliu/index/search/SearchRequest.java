package io.wenliu.index.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One search: what the box says and what was chosen beside it.
///
/// @param filters values of which one each field must have
/// @param published days of publication
/// @param cursor where the page begins
/// @param evidence by what articles are ranked; all of it, but where a part is to be judged alone
public record SearchRequest(
    Query query,
    Map<FacetField, List<String>> filters,
    DateRange published,
    Sort sort,
    int size,
    Cursor cursor,
    boolean facets,
    Set<Evidence> evidence) {

  public SearchRequest {
    evidence = Set.copyOf(evidence);
  }

  /// Every article that stands.
  public static SearchRequest anything() {
    return new SearchRequest(
        new Query(List.of(), List.of()),
        Map.of(),
        new DateRange(null, null),
        Sort.RELEVANCE,
        1,
        Cursor.start(0),
        false,
        EnumSet.allOf(Evidence.class));
  }

  /// Whether articles are ranked by it.
  public boolean counts(Evidence part) {
    return evidence.contains(part);
  }

  /// Every article that stands and was published on these days.
  public static SearchRequest publishedOn(DateRange days) {
    SearchRequest anything = anything();
    return new SearchRequest(
        anything.query, Map.of(), days, Sort.NEWEST, 1, anything.cursor, false, anything.evidence);
  }

  /// The same search for other words.
  public SearchRequest asking(Query other) {
    return new SearchRequest(other, filters, published, sort, size, cursor, facets, evidence);
  }

  /// The same search in the order of the day.
  public SearchRequest newestFirst() {
    return new SearchRequest(
        query, filters, published, Sort.NEWEST, size, cursor, facets, evidence);
  }

  /// One page of the same search.
  SearchRequest page(int size, Cursor cursor, boolean facets) {
    return new SearchRequest(query, filters, published, sort, size, cursor, facets, evidence);
  }

  /// The order of the hits.
  public enum Sort {
    RELEVANCE,
    NEWEST
  }
}
