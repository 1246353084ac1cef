package io.wenliu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownWordsTest {

  private static final KnownWords KNOWN = KnownWords.standard();

  @Test
  void aWordInsideAnotherIsFound() {
    // Given a text that is split into one long word
    List<String> paragraph = List.of("人工智能");

    // When
    Set<String> beside = KNOWN.beside(paragraph, List.of("人工智能"));

    // Then
    assertThat(beside).contains("人工", "智能").doesNotContain("人工智能");
  }

  @Test
  void aWordAcrossTwoOthersIsFound() {
    assertThat(KNOWN.beside(List.of("南京市长江大桥"), List.of("南京市 长江大桥")))
        .contains("市长", "南京", "长江", "大桥");
  }

  @Test
  void aWordOfTheProjectsOwnDictionaryIsFound() {
    // Given a text whose split has cut it
    assertThat(KNOWN.beside(List.of("发展新质生产力"), List.of("发展 新 质 生产力"))).contains("新质生产力");
    assertThat(KNOWN.contains("新质生产力")).isTrue();
  }

  @Test
  void traditionalTextGivesSimplifiedWords() {
    assertThat(KNOWN.beside(List.of("人工智慧與經濟發展"), List.of())).contains("经济", "发展");
  }

  @Test
  void punctuationAndLineEndsDoNotPartCharactersButDigitsAndLettersDo() {
    assertThat(KNOWN.beside(List.of("经、\n济"), List.of())).containsExactly("经济");
    assertThat(KNOWN.beside(List.of("经5济", "经x济"), List.of())).isEmpty();
  }

  @Test
  void paragraphsAreNotReadTogether() {
    assertThat(KNOWN.beside(List.of("经", "济"), List.of())).isEmpty();
  }

  @Test
  void everyWordThatItKnowsIsFoundInAnyTextThatHoldsItsCharacters() {
    // Given
    List<String> words = List.of("中国", "经济", "发展", "新能源汽车", "充电桩", "专精特新", "工业和信息化部");

    // Then
    for (String word : words) {
      if (KNOWN.contains(word)) {
        assertThat(KNOWN.beside(List.of("甲" + word + "乙"), List.of())).as(word).contains(word);
      }
    }
    assertThat(words).anyMatch(KNOWN::contains);
  }

  @Test
  void singleCharactersAndOtherScriptsAreNotItsBusiness() {
    assertThat(KNOWN.contains("国")).isFalse();
    assertThat(KNOWN.contains("5G")).isFalse();
    assertThat(KNOWN.contains("充电桩桩桩")).isFalse();
    assertThat(KNOWN.contains("")).isFalse();
  }
}
