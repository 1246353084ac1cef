package io.wenliu.nlp.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.nlp.cli.NewsTexts;
import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.nlp.words.WordStatistics;
import io.wenliu.text.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummarizerTest {

  private static final Segmenter SEGMENTER = Segmenter.standard();
  private final Summarizer summarizer = new Summarizer(WordStatistics.ofNews());

  @Test
  void sentencesAreWholeInOrderAndShortTogether() {
    // Given
    List<String> paragraphs =
        List.of(
            "工业和信息化部日前发布数据，去年我国软件业务收入增长百分之十。其中，人工智能软件收入增长最快。",
            "业内人士说：“人工智能软件正在走进工厂。它改变了生产方式。”天气晴好。",
            "今年，该部将支持软件企业研发人工智能软件，培育开源社区。");

    // When
    List<String> summary = summarize("人工智能软件收入快速增长", paragraphs);

    // Then
    String text = String.join("\n", paragraphs);
    assertThat(summary).hasSizeBetween(2, 3).isSubsetOf(sentences(text));
    assertThat(summary).isSortedAccordingTo((a, b) -> text.indexOf(a) - text.indexOf(b));
    assertThat(String.join("", summary).length()).isLessThan(200);
    assertThat(summary).doesNotContain("天气晴好。");
  }

  @Test
  void articleOfOneEndlessSentenceHasNoSummary() {
    // When
    List<String> summary = summarize("标题", List.of("没有句号的文字，".repeat(100)));

    // Then
    assertThat(summary).isEmpty();
  }

  private List<String> summarize(String headline, List<String> paragraphs) {
    return summarizer.summarize(
        AnalyzedArticle.of(NewsTexts.article(headline, paragraphs), SEGMENTER));
  }

  private static List<String> sentences(String text) {
    return io.wenliu.text.Sentences.of(text).stream().map(span -> span.in(text)).toList();
  }
}
