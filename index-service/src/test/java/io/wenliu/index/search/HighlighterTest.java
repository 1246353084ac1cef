package io.wenliu.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlighterTest {

  @Test
  void aWordIsMarkedHoweverItIsPrinted() {
    // Given
    Highlighter highlighter = new Highlighter(List.of("人工智能", "ai"));

    // Then
    assertThat(marked(highlighter.whole("發展人工智能與ＡＩ"))).isEqualTo("發展[人工智能]與[ＡＩ]");
    assertThat(highlighter.whole("没有")).isNull();
  }

  @Test
  void traditionalTextIsMarkedForASimplifiedQuery() {
    assertThat(marked(new Highlighter(List.of("乡村振兴")).whole("推進鄉村振興"))).isEqualTo("推進[鄉村振興]");
  }

  @Test
  void latinWordsAndNumbersAreMarkedAsAWholeOnly() {
    assertThat(new Highlighter(List.of("ai")).whole("AIDS")).isNull();
    assertThat(new Highlighter(List.of("5")).whole("2025年")).isNull();
    assertThat(marked(new Highlighter(List.of("2025")).whole("2025年"))).isEqualTo("[2025]年");
  }

  @Test
  void neighbouringWordsAreOneMark() {
    assertThat(marked(new Highlighter(List.of("智能", "人工")).whole("人工智能"))).isEqualTo("[人工智能]");
  }

  @Test
  void fragmentsAreTheTellingOnesInTheirOrder() {
    // Given
    List<String> paragraphs =
        List.of("甲说了春天。", "无关的一段。", "乙说了春天和秋天。", "丙说了秋天。" + "长".repeat(300) + "又说了春天。", "丁说了春天。");

    // When
    List<String> fragments = new Highlighter(List.of("春天", "秋天")).fragments(paragraphs);

    // Then
    assertThat(fragments).hasSize(3);
    assertThat(fragments).first().isEqualTo("甲说了\uE000春天\uE001。");
    assertThat(fragments).contains("乙说了\uE000春天\uE001和\uE000秋天\uE001。");
  }

  @Test
  void aFragmentKeepsSurrogatePairsWhole() {
    // Given
    String paragraph = "𠮷".repeat(200) + "春天" + "𠮷".repeat(200);

    // When
    String fragment = new Highlighter(List.of("春天")).fragments(List.of(paragraph)).getFirst();

    // Then
    assertThat(fragment.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
        .isEmpty();
  }

  private static String marked(@org.jspecify.annotations.Nullable String text) {
    return String.valueOf(text).replace('\uE000', '[').replace('\uE001', ']');
  }
}
