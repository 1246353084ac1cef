package io.wenliu.index.search;

import java.util.List;

/// An article in a ranking.
///
/// @param version that the ranking has seen; -1 where there is no ranking
/// @param sort values that the order by date goes on from; empty where it is by relevance
/// @param fingerprints a sample of its passages; empty where the ranking does not tell
/// @param isAlsoByWords whether a search by words finds it too, of one that was found otherwise and
///   where somebody asked
public record RankedArticle(
    String id,
    long version,
    double score,
    List<String> sort,
    List<String> fingerprints,
    boolean isAlsoByWords) {

  /// One that is shown for another reason than a ranking's.
  public static RankedArticle unranked(String id) {
    return new RankedArticle(id, -1, 0, List.of(), List.of(), false);
  }

  RankedArticle withScore(double fused) {
    return new RankedArticle(id, version, fused, sort, fingerprints, isAlsoByWords);
  }
}
