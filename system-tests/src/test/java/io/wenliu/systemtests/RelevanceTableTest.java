package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Article;
import io.wenliu.systemtests.RelevanceTable.GradedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What makes the table worth measuring with.
class RelevanceTableTest {

  private static final int SENTENCE = 10;

  private final RelevanceTable table = RelevanceTable.read();

  @Test
  void itIsLargeEnough() {
    assertThat(table.articles()).hasSizeGreaterThanOrEqualTo(500);
    assertThat(table.queries()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void gradesNameArticlesThatAreThereAndNoQueryIsAskedTwice() {
    assertThat(table.queries()).extracting(GradedQuery::text).doesNotHaveDuplicates();
    assertThat(table.queries())
        .allSatisfy(query -> {
          assertThat(table.articles()).containsKeys(query.grades().keySet().toArray(String[]::new));
          assertThat(query.grades().values()).allMatch(grade -> grade >= 1 && grade <= 3);
          assertThat(query.grades()).containsValue(3);
        });
  }

  @Test
  void noTwoArticlesShareASentence() {
    // Given
    Set<String> seen = new HashSet<>();

    // When
    List<String> shared = new ArrayList<>();
    for (Article article : table.articles().values()) {
      for (String sentence : article.text().split("[，。！？；：]", -1)) {
        if (sentence.length() >= SENTENCE && !seen.add(sentence)) {
          shared.add(sentence);
        }
      }
    }

    // Then
    assertThat(shared).isEmpty();
  }

  @Test
  void aPerfectRankingScoresOneAndAnEmptyOneNothing() {
    // Given
    GradedQuery query = new GradedQuery("words", "充电", Map.of("a", 3, "b", 1));

    // When and then
    assertThat(query.ndcg(List.of("a", "b", "c"), 10)).isEqualTo(1.0);
    assertThat(query.ndcg(List.of("b", "a"), 10)).isBetween(0.5, 0.99);
    assertThat(query.ndcg(List.of(), 10)).isZero();
  }
}
