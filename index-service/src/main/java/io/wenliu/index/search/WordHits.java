package io.wenliu.index.search;

import java.util.List;
import java.util.Map;

/// What the words index answers.
///
/// @param total of all that match
/// @param complete whether the cluster had time to look everywhere
public record WordHits(
    long total,
    List<RankedArticle> ranking,
    Map<FacetField, List<Count>> facets,
    List<Month> histogram,
    boolean complete) {

  /// Where words do not count.
  static final WordHits NONE = new WordHits(0, List.of(), Map.of(), List.of(), true);

  /// How many articles have a value.
  public record Count(String value, long count) {}

  /// How many articles were published in a month.
  ///
  /// @param date `2025-02`
  public record Month(String date, long count) {}
}
