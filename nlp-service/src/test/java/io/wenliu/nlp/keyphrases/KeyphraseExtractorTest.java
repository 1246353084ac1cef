package io.wenliu.nlp.keyphrases;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.Keyphrase;
import io.wenliu.nlp.cli.NewsTexts;
import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.nlp.words.WordStatistics;
import io.wenliu.text.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyphraseExtractorTest {

  private static final Segmenter SEGMENTER = Segmenter.standard();
  private final KeyphraseExtractor extractor = new KeyphraseExtractor(WordStatistics.ofNews());

  @Test
  void whatTheArticleSpeaksOfComesFirst() {
    // When
    List<Keyphrase> keyphrases =
        extract("具身智能机器人走进工厂", "具身智能机器人在工厂里搬运货物。工程师说，具身智能机器人的成本正在下降。记者在现场看到，工作很顺利。");

    // Then
    assertThat(keyphrases.getFirst().text()).contains("具身智能");
    assertThat(keyphrases).extracting(Keyphrase::text).doesNotContain("记者", "工作");
  }

  @Test
  void scoresFallAndNoPhraseIsPartOfABetterOne() {
    // When
    List<Keyphrase> keyphrases = extract("新能源汽车出口增长", "新能源汽车出口快速增长，动力电池出口也快速增长。新能源汽车企业扩大产能。");

    // Then
    assertThat(keyphrases).hasSizeLessThanOrEqualTo(10);
    for (int i = 1; i < keyphrases.size(); i++) {
      assertThat(keyphrases.get(i).score()).isLessThanOrEqualTo(keyphrases.get(i - 1).score());
      for (Keyphrase better : keyphrases.subList(0, i)) {
        assertThat(better.text()).doesNotContain(keyphrases.get(i).text());
      }
    }
  }

  @Test
  void markNeitherBeginsNorEndsAPhrase() {
    // When
    List<Keyphrase> keyphrases = extract("混凝-超滤工艺", "混凝-超滤工艺处理废水。混凝-超滤工艺的膜通量更高，<只争朝夕>是工艺的名称。");

    // Then
    assertThat(keyphrases)
        .isNotEmpty()
        .extracting(Keyphrase::text)
        .allMatch(text -> text.matches("[\\p{L}\\p{N}].*[\\p{L}\\p{N}]"));
  }

  @Test
  void textWithoutChineseHasNoTrouble() {
    // When
    List<Keyphrase> keyphrases = extract("", "1234 \u0000 ... !!!");

    // Then
    assertThat(keyphrases).isEmpty();
  }

  private List<Keyphrase> extract(String headline, String text) {
    return extractor.extract(
        AnalyzedArticle.of(NewsTexts.article(headline, List.of(text)), SEGMENTER));
  }
}
