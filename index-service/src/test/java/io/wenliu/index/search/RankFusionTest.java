package io.wenliu.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.index.search.RankFusion.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankFusionTest {

  @Test
  void whatBothRankingsHaveComesFirst() {
    // When
    List<RankedArticle> fused =
        RankFusion.fuse(
            List.of(new Ranking(hits("a", "b", "c"), 1), new Ranking(hits("c", "d"), 0.7)));

    // Then
    assertThat(fused).extracting(RankedArticle::id).containsExactly("c", "a", "b", "d");
  }

  @Test
  void aLoneRankingKeepsItsOrder() {
    assertThat(RankFusion.fuse(List.of(new Ranking(hits("x", "y"), 1), new Ranking(hits(), 0.7))))
        .extracting(RankedArticle::id)
        .containsExactly("x", "y");
  }

  @Test
  void aDeeperRankingAddsBehindAndChangesNoOrder() {
    // Given
    List<Ranking> rankings = List.of(new Ranking(hits("a", "b"), 0.5), new Ranking(hits("d"), 1));

    // When
    List<RankedArticle> fused =
        RankFusion.fuse(rankings, new Ranking(hits("a", "b", "c", "d", "e"), 0.5));

    // Then
    assertThat(fused).extracting(RankedArticle::id).containsExactly("d", "a", "b", "c", "e");
    assertThat(fused)
        .extracting(RankedArticle::score)
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static List<RankedArticle> hits(String... ids) {
    return Stream.of(ids)
        .map(id -> new RankedArticle(id, 1, 1, List.of(), List.of(), false))
        .toList();
  }
}
