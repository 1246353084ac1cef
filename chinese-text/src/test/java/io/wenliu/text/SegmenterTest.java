package io.wenliu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTest {

  private static final Segmenter SEGMENTER = Segmenter.standard();

  @ParameterizedTest
  @CsvSource({
    "十五五规划建议发布, 十五五",
    "因地制宜发展新质生产力, 新质生产力",
    "做好三农工作, 三农",
    "商汤科技发布大模型, 大模型",
    "他于2025年2月24日抵达北京, 2025年",
    "他于2025年2月24日抵达北京, 24日",
    "会议是第三次召开, 第三",
    "同比增长40.95%左右, 40.95%",
    "投资约600万亿元人民币, 600万亿",
    "投资约50万元人民币, 50万",
    "博索纳罗与卡斯特罗会面, 卡斯特罗",
    "习近平主持会议, 习近平",
    "國務院發布關於加強鄉村振興的意見, 国务院",
    "ＤｅｅｐＳｅｅｋ发布新模型, deepseek",
  })
  void wordsOfTheNewsAreKeptWhole(String text, String word) {
    // When
    List<Word> words = SEGMENTER.segment(text);

    // Then
    assertThat(words).extracting(Word::form).contains(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "国家统计局发布，2024年GDP为1349084亿元！同比 增长5.0%。",
        "第一行\n\n  第二行\t有制表符\u0000和控制\u0007字符",
        "孤立的代理\ud800和\udc00，以及😀表情𠮷字",
        "no Chinese at all, 1,234.5 only",
        "「臺灣」與『香港』的乾隆年間",
        "%%%年月日第第第万亿",
        "",
      })
  void everyCharacterButWhiteSpaceIsInOneWordAtItsPlace(String text) {
    // When
    List<Word> words = SEGMENTER.segment(text);

    // Then
    StringBuilder joined = new StringBuilder();
    int end = 0;
    for (Word word : words) {
      assertThat(word.start()).isGreaterThanOrEqualTo(end);
      assertThat(text.substring(word.start(), word.end())).isEqualTo(word.text());
      assertThat(word.form()).isEqualTo(TextNormalizer.fold(word.text()));
      end = word.end();
      joined.append(word.text());
    }
    assertThat(joined.toString()).isEqualTo(text.replaceAll("[\\s\\p{Cntrl}\\h]", ""));
  }

  @Test
  void queryInTraditionalScriptAsksForTheWordsOfTheSimplifiedDocument() {
    // When
    String query = SEGMENTER.searchWords("人工智慧與數位經濟發展");
    String document = SEGMENTER.searchWords("人工智慧与数位经济发展");

    // Then
    assertThat(query).isEqualTo(document);
  }

  @Test
  void punctuationIsNoSearchWord() {
    // When
    String words = SEGMENTER.searchWords("“十五五”规划，开局！");

    // Then
    assertThat(words).isEqualTo("十五五 规划 开局");
  }

  @ParameterizedTest
  @ValueSource(strings = {"啊", "一", "9", "A", "\u0000", "\ud83d", "1,", "尔"})
  void twoMegabytesOfTheSameAreSegmentedInBoundedTime(String unit) {
    // Given
    String text = unit.repeat(700_000 / unit.length());

    // When
    List<Word> words =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SEGMENTER.segment(text));

    // Then
    assertThat(words.stream().mapToInt(word -> word.text().length()).sum())
        .isEqualTo(unit.equals("\u0000") ? 0 : text.length());
  }

  @Test
  void threadsDoNotDisturbOneAnother() throws Exception {
    // Given
    List<String> texts =
        IntStream.range(0, 200).mapToObj(i -> "第" + i + "次会议于2025年召开，习近平主持并讲话。").toList();
    List<String> expected = texts.stream().map(SEGMENTER::searchWords).toList();

    // When
    List<String> actual;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> tasks =
          texts.stream().map(text -> (Callable<String>) () -> SEGMENTER.searchWords(text)).toList();
      actual = threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void reloadedUserDictionaryChangesWordsAndVersion(@TempDir Path folder) throws Exception {
    // Given
    Path dictionary = folder.resolve("user.txt");
    Segmenter segmenter = Segmenter.withUserDictionary(dictionary);
    String before = segmenter.version();
    Files.writeString(dictionary, "# own words\n橘洲焰火季 nz\n");

    // When
    boolean changed = segmenter.reload();

    // Then
    assertThat(changed).isTrue();
    assertThat(segmenter.version()).isNotEqualTo(before);
    assertThat(segmenter.searchWords("观看橘洲焰火季开幕")).contains("橘洲焰火季");
    assertThat(segmenter.reload()).isFalse();
  }

  @Test
  void sameDictionariesGiveTheSameVersion() {
    // Given
    Segmenter another = Segmenter.standard();

    // When
    String version = another.version();

    // Then
    assertThat(version).isEqualTo(SEGMENTER.version());
  }

  @Test
  void personsArePeopleAndPlacesArePlaces() {
    // When
    List<Word> words = SEGMENTER.segment("王小明在北京说，经济很好。");

    // Then
    assertThat(words)
        .extracting(Word::text, Word::tag)
        .contains(
            org.assertj.core.groups.Tuple.tuple("王小明", "nr"),
            org.assertj.core.groups.Tuple.tuple("北京", "ns"));
  }
}
