package io.wenliu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTest {

  @ParameterizedTest
  @CsvSource({
    "ＡＩ２０２５, ai2025",
    "臺灣與中國, 台湾与中国",
    "乾隆皇帝晾乾衣服, 乾隆皇帝晾干衣服",
    "一目瞭然地瞭望, 一目了然地瞭望",
    "「你好」『再见』, “你好”‘再见’",
    "裏面的麪, 里面的面",
    "著名作家著书, 著名作家著书",
    "二〇二五年, 二○二五年",
    "DeepSeek, deepseek",
    "会议，結束。, 会议，结束。",
  })
  void wayOfWritingIsFoldedAway(String text, String folded) {
    assertThat(TextNormalizer.fold(text)).isEqualTo(folded);
  }

  @Test
  void everyUnitIsFoldedToOneUnit() {
    // Given
    StringBuilder every = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      every.append((char) c);
    }

    // When
    String folded = TextNormalizer.fold(every.toString());

    // Then
    assertThat(folded).hasSameSizeAs(every.toString());
  }

  @Test
  void foldingTwiceIsFoldingOnce() {
    // Given
    StringBuilder every = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      every.append((char) c).append('的');
    }

    // When
    String once = TextNormalizer.fold(every.toString());

    // Then
    assertThat(TextNormalizer.fold(once)).isEqualTo(once);
  }

  @Test
  void textInPlainSimplifiedScriptIsReturnedAsItIs() {
    // Given
    String text = "全国两会在北京召开，代表委员热议。";

    // When
    String folded = TextNormalizer.fold(text);

    // Then
    assertThat(folded).isSameAs(text);
  }
}
