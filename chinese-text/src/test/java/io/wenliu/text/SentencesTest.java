package io.wenliu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      value = {
        "今天开会。明天散会。\t今天开会。|明天散会。",
        "他说：“很好。我们继续。”会议结束。\t他说：“很好。我们继续。”|会议结束。",
        "“好！”孙宝岩说。大家鼓掌。\t“好！”孙宝岩说。|大家鼓掌。",
        "“发展很快。”孙宝岩介绍说，“还会更快。”\t“发展很快。”孙宝岩介绍说，“还会更快。”",
        "提出“稳中求进。”的要求。\t提出“稳中求进。”的要求。",
        "真的吗？！……是的。\t真的吗？！……|是的。",
        "（完。）下一条。\t（完。）|下一条。",
        "第一段\\n第二段\t第一段|第二段",
      })
  void sentenceEndsWhereTheNarratorStops(String text, String sentences) {
    // When
    List<String> split = split(text.replace("\\n", "\n"));

    // Then
    assertThat(split).containsExactly(sentences.split("\\|"));
  }

  @Test
  void quotationThatIsNeverClosedDoesNotSwallowTheArticle() {
    // Given
    String text = "他说：“开头没有结尾。" + "这是一句普通的话。".repeat(100);

    // When
    List<String> sentences = split(text);

    // Then
    assertThat(sentences).hasSizeGreaterThan(50);
  }

  @Test
  void twoMillionQuotationMarksAreSplitInOneGo() {
    // Given
    String text = "“。".repeat(1_000_000);

    // When
    List<TextSpan> sentences = Sentences.of(text);

    // Then
    assertThat(sentences.getLast().end()).isEqualTo(text.length());
  }

  private static List<String> split(String text) {
    return Sentences.of(text).stream().map(span -> span.in(text)).toList();
  }
}
