package io.wenliu.index.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): a hit's score is the sum of
/// `weight / (10 + rank)` over the rankings that have it, so scores need not compare. The paper has
/// 60, which lets the first of a ranking count hardly more than its thirtieth; docs/adr/0013 says
/// what was measured.
final class RankFusion {

  private static final int K = 10;

  private RankFusion() {}

  /// A ranking and how much it counts.
  record Ranking(List<RankedArticle> hits, double weight) {}

  /// @return every hit once, best first; ties in the order of the rankings
  static List<RankedArticle> fuse(List<Ranking> rankings) {
    Map<String, RankedArticle> first = new LinkedHashMap<>();
    Map<String, Double> scores = new LinkedHashMap<>();
    for (Ranking ranking : rankings) {
      int rank = 1;
      for (RankedArticle hit : ranking.hits()) {
        first.putIfAbsent(hit.id(), hit);
        scores.merge(hit.id(), ranking.weight() / (K + rank), Double::sum);
        rank++;
      }
    }
    List<RankedArticle> fused = new ArrayList<>(first.size());
    scores.forEach((id, score) -> {
      RankedArticle hit = first.get(id);
      if (hit != null) {
        fused.add(hit.withScore(score));
      }
    });
    fused.sort(Comparator.comparingDouble(RankedArticle::score).reversed());
    return fused;
  }

  /// The same, and behind it what is left of one ranking that goes deeper.
  static List<RankedArticle> fuse(List<Ranking> rankings, Ranking deeper) {
    List<RankedArticle> fused = fuse(rankings);
    Set<String> known = fused.stream().map(RankedArticle::id).collect(Collectors.toSet());
    int rank = 1;
    for (RankedArticle hit : deeper.hits()) {
      if (!known.contains(hit.id())) {
        fused.add(hit.withScore(deeper.weight() / (K + rank)));
      }
      rank++;
    }
    return fused;
  }
}
