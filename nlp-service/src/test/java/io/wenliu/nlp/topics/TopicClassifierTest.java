package io.wenliu.nlp.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.Topic;
import io.wenliu.nlp.cli.NewsTexts;
import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.nlp.words.WordStatistics;
import io.wenliu.text.Segmenter;
import io.wenliu.text.TextNormalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicClassifierTest {

  private static final Segmenter SEGMENTER = Segmenter.standard();
  private final TopicClassifier classifier = new TopicClassifier(WordStatistics.ofNews());

  @ParameterizedTest
  @CsvSource({
    "女排夺冠, 中国女排在世界杯决赛中战胜对手夺得金牌。, 15000000, 20000822",
    "央行下调存款准备金率, 存款准备金率下调释放信贷资金，金融机构贷款利率下降。, 04000000, 20000385",
    "大模型走进课堂了吗, 人工智能大模型的算力和芯片不断进步，科研人员开源新算法。, 13000000, 20000756",
    "多地发布暴雨预警, 中央气象台预报，强降雨和雷电大风天气将持续，气温下降。, 17000000, 20001129",
    "双方交火, 武装部队在前线击落无人机，炮击阵地，战斗激烈。, 16000000, 20000056",
  })
  void articleIsFiledUnderBothLevels(String headline, String text, String top, String below) {
    // When
    List<Topic> topics = classify(headline, text);

    // Then
    assertThat(topics.getFirst().code()).isEqualTo("medtop:" + top);
    assertThat(topics).extracting(Topic::code).contains("medtop:" + below);
    assertThat(topics).allMatch(t -> t.score() > 0 && t.score() <= 1 && !t.label().isBlank());
  }

  @Test
  void textThatTellsNothingIsFiledNowhere() {
    assertThat(classify("", "嗯嗯。1234")).isEmpty();
  }

  @Test
  void everyTopicHasAnEightDigitCodeOnceAndFoldedWords() {
    // When
    List<TopicTable.Entry> entries = TopicTable.shipped().entries();

    // Then
    assertThat(entries).extracting(TopicTable.Entry::code).doesNotHaveDuplicates();
    for (TopicTable.Entry entry : entries) {
      assertThat(entry.code()).matches("[0-9]{8}");
      assertThat(entry.words()).isNotEmpty().allMatch(w -> TextNormalizer.fold(w).equals(w));
    }
  }

  private List<Topic> classify(String headline, String text) {
    return classifier.classify(
        AnalyzedArticle.of(NewsTexts.article(headline, List.of(text)), SEGMENTER));
  }
}
