package io.wenliu.index.search;

import java.util.List;

/// An article in a ranking.
///
/// @param version that the ranking has seen
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

  RankedArticle withScore(double fused) {
    return new RankedArticle(id, version, fused, sort, fingerprints, isAlsoByWords);
  }
}
