package io.wenliu.nlp.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wenliu.contract.Article;
import io.wenliu.nlp.cli.NewsTexts;
import io.wenliu.text.Segmenter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

  private static final Segmenter SEGMENTER = Segmenter.standard();

  @TempDir private Path folder;

  @Test
  void scoreCountsWhatIsRightOfWhatIsFoundAndWanted() {
    // Given
    Score score = new Score();

    // When
    score.add(List.of("a", "b", "c"), List.of("b", "x"));

    // Then
    assertThat(score.precision()).isEqualTo(0.5);
    assertThat(score.recall()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(score.f1()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void nameIsSplitAsTheOtherConventionHasIt() throws Exception {
    // Given
    Path file = folder.resolve("words.txt");
    Files.writeString(file, "王 小明  在  北京  工作  。\n\n");

    // When
    Score score = SegmentationBench.run(file, SEGMENTER);

    // Then
    assertThat(score.f1()).isEqualTo(1);
  }

  @Test
  void placesAreSplitAndCountriesMarkedAsTheOlderSetsDo() {
    // Given
    String text = "中美两国代表访华，江苏省如皋市城西乡和俄罗斯政府派人参加";
    Set<NameBench.Name> names =
        Set.of(new NameBench.Name(9, 18, "LOC"), new NameBench.Name(19, 24, "ORG"));

    // When
    Set<NameBench.Name> mapped = OlderConvention.of(text, names);

    // Then
    assertThat(mapped)
        .extracting(name -> text.substring(name.start(), name.end()) + name.type())
        .containsExactlyInAnyOrder("中LOC", "美LOC", "华LOC", "江苏省LOC", "如皋市LOC", "城西乡LOC", "俄罗斯LOC");
  }

  @Test
  void olderConventionMarksMinistriesBeforeTheirHeadsAndBareCommittees() {
    // Given
    String text = "美国国防部长访问北京市政府，市委书记和李先生在京谈到十五大与美军、港澳和地球。";
    Set<NameBench.Name> names =
        Set.of(name(text, "美国", "LOC"), name(text, "北京市政府", "ORG"), name(text, "美军", "ORG"));

    // When
    Set<NameBench.Name> mapped = OlderConvention.of(text, names);

    // Then
    assertThat(mapped)
        .extracting(name -> text.substring(name.start(), name.end()) + name.type())
        .containsExactlyInAnyOrder(
            "美国国防部ORG",
            "北京市LOC",
            "市委ORG",
            "李PER",
            "京LOC",
            "十五大ORG",
            "美LOC",
            "港LOC",
            "澳LOC",
            "地球LOC");
  }

  @Test
  void olderConventionLeavesOrdinaryWordsAlone() {
    // Given
    String text = "自6月1日以来，比赛中以二比零获胜，升华人们的美德，朝鲜半岛的海军基地。";
    Set<NameBench.Name> names = Set.of(name(text, "朝鲜半岛", "LOC"));

    // When and Then
    assertThat(OlderConvention.of(text, names)).isEqualTo(names);
  }

  @Test
  void quoteIsRightWhenSpeakerAndMostOfTheSpanAre() throws Exception {
    // Given
    String text = "青山市市长王建平说：“今年我们要办好三件实事。”记者在场。";
    int start = text.indexOf("今年");
    Path right = folder.resolve("right.jsonl");
    Files.writeString(right, quoted(text, start, text.indexOf('”'), "王建平"));
    Path wrong = folder.resolve("wrong.jsonl");
    Files.writeString(wrong, quoted(text, start, text.indexOf('”'), "林晓雨"));

    // When
    double found = QuoteBench.run(right).f1();

    // Then
    assertThat(found).isEqualTo(1);
    assertThat(QuoteBench.run(wrong).f1()).isZero();
  }

  private static String quoted(String text, int start, int end, String speaker) {
    return "{\"text\":\"%s\",\"quotes\":[{\"start\":%d,\"end\":%d,\"speaker\":\"%s\"}]}"
        .formatted(text, start, end, speaker);
  }

  @Test
  void ranksThatRunTheSameWayCorrelate() {
    // Given
    double[] given = {1, 2, 2, 5};

    // When
    double same = Ranks.correlation(given, new double[] {0.1, 0.3, 0.3, 0.4});

    // Then
    assertThat(same).isCloseTo(1, within(1e-9));
    assertThat(Ranks.correlation(given, new double[] {4, 3, 3, 1})).isCloseTo(-1, within(1e-9));
  }

  @Test
  void topicThatIsAsRightCountsApart() throws Exception {
    // Given
    Path labels = folder.resolve("topics.tsv");
    Files.writeString(
        labels, "# id, topic, others\na\t15000000\t\nb\t04000000\t15000000\nc\t01000000\t\n");
    Article sport = NewsTexts.article("女排夺得世界杯冠军", List.of("中国女排在决赛中夺得金牌。"));

    // When
    String figures = TopicBench.run(labels, Map.of("a", sport, "b", sport), SEGMENTER);

    // Then
    assertThat(figures).isEqualTo("accuracy 0.500, 1.000 with other right topics  (2 articles)");
  }

  @Test
  void reprintsAreFoundAmongOtherArticles() {
    // Given
    Random random = new Random(3);
    List<Article> corpus = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 600; k++) {
        text.append((char) ('一' + random.nextInt(2000)));
      }
      corpus.add(NewsTexts.article("", List.of(text.toString())));
    }

    // When
    Score score = new ReprintBench().run(corpus);

    // Then
    assertThat(score.f1()).isEqualTo(1);
  }

  private static NameBench.Name name(String text, String words, String type) {
    int start = text.indexOf(words);
    return new NameBench.Name(start, start + words.length(), type);
  }
}
