package io.wenliu.index.search;

import java.util.List;

/// An article in a ranking.
///
/// @param version that the ranking has seen
/// @param sort values that the order by date goes on from; empty where it is by relevance
/// @param fingerprints a sample of its passages; empty where the ranking does not tell
/// @param hasAllWords whether a ranking by words would have it too; false where nobody asked
public record RankedArticle(
    String id,
    long version,
    double score,
    List<String> sort,
    List<String> fingerprints,
    boolean hasAllWords) {

  RankedArticle withScore(double fused) {
    return new RankedArticle(id, version, fused, sort, fingerprints, hasAllWords);
  }
}
