package io.wenliu.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "人工智能, 8",
    "2025年, 6",
    "，。《》, 8",
    "ａｂ, 4",
    "𠮷, 2",
    "·, 1",
    "é, 1",
  })
  void wideCharactersCountTwice(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void shortTextIsFilledUpWithBlanks() {
    assertThat(DisplayWidth.fit("要闻", 6)).isEqualTo("要闻  ");
  }

  @Test
  void longTextEndsInAnEllipsisAtFullWidth() {
    // When
    var fitted = DisplayWidth.fit("抢抓人工智能发展机遇", 8);

    // Then
    assertThat(fitted).isEqualTo("抢抓人… ");
    assertThat(DisplayWidth.of(fitted)).isEqualTo(8);
  }
}
