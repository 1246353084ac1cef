package io.wenliu.index.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenliu.index.web.ApiProblem;
import io.wenliu.text.Segmenter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  private static final Segmenter SEGMENTER = Segmenter.standard();

  private final QueryParser parser =
      new QueryParser(SEGMENTER, _ -> false, SearchSettingsTest.DEFAULTS);

  @Test
  void textIsSplitAsDocumentsAreWithoutParticles() {
    assertThat(parser.parse("人工智能的发展").wanted())
        .containsExactly(new Clause.Words("人工智能的发展", List.of("人工智能", "发展")));
  }

  @Test
  void traditionalScriptAndFullWidthAskForTheSame() {
    assertThat(parser.parse("人工智慧發展ＡＩ").text()).isEqualTo("人工智慧发展ai");
  }

  @Test
  void oneRunIsWrittenOtherwiseAndAllElseStays() {
    assertThat(parser.rewritten("-人工只能 作者:人工只能 人工只能 日期:2025", "人工只能", "人工智能"))
        .contains("-人工只能 作者:人工只能 人工智能 日期:2025");
    assertThat(parser.rewritten("“人工只能”-广告", "人工只能", "人工智能")).contains("“人工智能”-广告");
    assertThat(parser.rewritten("人工只能平台", "人工只能", "人工智能")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"“乡村振兴”", "\"乡村振兴\"", "「乡村振兴」", "『鄉村振興』", "“乡村振兴"})
  void quotesOfAnyShapeMakeAPhraseEvenIfLeftOpen(String query) {
    assertThat(parser.parse(query).wanted()).containsExactly(new Clause.Phrase("乡村振兴"));
  }

  @Test
  void aPhraseMayFollowWordsWithoutASpace() {
    assertThat(parser.parse("高文“人工智能”").wanted())
        .containsExactly(new Clause.Words("高文", List.of("高文")), new Clause.Phrase("人工智能"));
  }

  @Test
  void operatorsTakeHalfAndFullWidthColonsAndQuotedValues() {
    assertThat(parser.parse("作者:高文 来源：“广西日报” person:苗圩").wanted())
        .containsExactly(
            new Clause.Value(FacetField.AUTHOR, "高文"),
            new Clause.Value(FacetField.NEWSPAPER, "广西日报"),
            new Clause.Value(FacetField.PERSON, "苗圩"));
  }

  @Test
  void aNameThatIsNoOperatorIsAWord() {
    assertThat(parser.parse("记住:乡愁").wanted())
        .singleElement()
        .isInstanceOfSatisfying(
            Clause.Words.class, words -> assertThat(words.words()).contains("乡愁"));
  }

  @Test
  void aMinusBeforeAnythingExcludesIt() {
    // When
    Query query = parser.parse("芯片 -手机 －作者:高文 -“二手车”");

    // Then
    assertThat(query.wanted()).hasSize(1);
    assertThat(query.unwanted())
        .containsExactly(
            new Clause.Words("手机", List.of("手机")),
            new Clause.Value(FacetField.AUTHOR, "高文"),
            new Clause.Phrase("二手车"));
  }

  @Test
  void aMinusWithinAWordIsPartOfIt() {
    assertThat(parser.parse("新冠-19").unwanted()).isEmpty();
  }

  @Test
  void aDateMayBeADayAMonthAYearOrAPeriod() {
    assertThat(DateRange.parse("2025-02"))
        .isEqualTo(new DateRange(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28)));
    assertThat(DateRange.parse("2025年2月24日"))
        .isEqualTo(new DateRange(LocalDate.of(2025, 2, 24), LocalDate.of(2025, 2, 24)));
    assertThat(DateRange.parse("2024..2025-03"))
        .isEqualTo(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 3, 31)));
    assertThat(DateRange.parse("2025-02-24..")).extracting(DateRange::to).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"日期:昨天", "日期:2025-13", "日期:2025-02-30", "日期:..", "日期:1..2..3"})
  void whatIsNoDateIsRefused(String query) {
    assertThatThrownBy(() -> parser.parse(query))
        .isInstanceOf(ApiProblem.class)
        .hasMessage("date-unreadable");
  }

  @Test
  void aQueryIsBoundInLengthAndInConditions() {
    assertThatThrownBy(() -> parser.parse("长".repeat(257))).hasMessage("query-too-long");
    assertThatThrownBy(() -> parser.parse("“一” ".repeat(33))).hasMessage("query-too-complex");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 　", "，。！", "“”", "-", "作者:", "“，”", "--", ":", "😀", "\u0000"})
  void whatSaysNothingAsksForNothing(String query) {
    assertThat(parser.parse(query).hasText()).isFalse();
  }
}
