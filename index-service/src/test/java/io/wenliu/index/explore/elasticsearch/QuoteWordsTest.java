package io.wenliu.index.explore.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.index.search.Clause;
import io.wenliu.index.search.Highlighter;
import io.wenliu.index.search.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteWordsTest {

  @Test
  void runsOfLettersAndFiguresStayWhole() {
    assertThat(words("5g基站", "5", "g", "基站")).containsExactly("基站", "5g");
    assertThat(words("3.5倍", "3.5", "倍")).containsExactly("倍", "3.5");
    assertThat(words("敌意-0f3e", "敌意", "0", "f", "3", "e")).containsExactly("敌意", "0f3e");
  }

  @Test
  void signsBesideAWordAreNoPartOfIt() {
    assertThat(words("渡口<img", "渡口", "<img")).containsExactly("渡口", "img");
  }

  @Test
  void runsInsideAChineseWordAreNotAskedForAgain() {
    assertThat(words("a股上涨", "a股", "上涨")).containsExactly("a股", "上涨");
  }

  @Test
  void wordsWithoutAnyRunStandAsTheyAre() {
    assertThat(words("😀", "😀")).containsExactly("😀");
  }

  @Test
  void onlyWhatWasAskedForIsMarked() {
    // Given
    Query query = new Query(List.of(new Clause.Words("5g", List.of("5", "g"))), List.of());

    // When
    Highlighter highlighter = new Highlighter(QuoteSearch.needles(query));

    // Then
    assertThat(highlighter.whole("用5G网络看C919起飞，跨度3.5公里。"))
        .isEqualTo("用\uE0005G\uE001网络看C919起飞，跨度3.5公里。");
  }

  private static List<String> words(String text, String... words) {
    return QuoteWords.of(new Clause.Words(text, List.of(words)));
  }
}
