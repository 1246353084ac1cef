package io.wenliu.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024 年 11 月，全国数据 | 2024年11月，全国数据",
        "习近平总书记强调 ：“人工智能 | 习近平总书记强调：“人工智能",
        "小浣熊2 . 0和办公 | 小浣熊2.0和办公",
        "开源 Deep Learning 框架 | 开源Deep Learning框架",
        "新华社上海7月10日电 国务院 | 新华社上海7月10日电 国务院",
        "举行“庆中秋 迎国庆”活动 | 举行“庆中秋 迎国庆”活动",
        "约 2 亿 经营主体 | 约2亿经营主体"
      })
  void typesettingLeavesNoSpacesInChineseText(String printed, String tidy) {
    assertThat(Spacing.tidy(printed)).isEqualTo(tidy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "深入实施“人工智能 +”行动 为高质量发展提供强大动能 | 深入实施“人工智能+”行动 为高质量发展提供强大动能",
        "产业旺 乡村兴 | 产业旺 乡村兴",
        "2024 年的春天 | 2024年的春天"
      })
  void headlinesKeepTheSpaceBetweenTheirClauses(String printed, String tidy) {
    assertThat(Titles.tidy(printed)).isEqualTo(tidy);
  }

  @Test
  void letterSpacingIsClosedUp() {
    // When
    List<PageLine> lines = PageLines.read("人 工 智 能 国 际 合 作 与 竞 争 并\n存。");

    // Then
    assertThat(lines).extracting(PageLine::text).containsExactly("人工智能国际合作与竞争并", "存。");
    assertThat(lines.getFirst().spaced()).isTrue();
  }

  @Test
  void spacedNamesAreNotLetterSpacing() {
    assertThat(PageLines.read("□ 高 文").getFirst().text()).isEqualTo("□ 高 文");
  }

  @Test
  void markdownIsReadOffTheLine() {
    // When
    List<PageLine> lines = PageLines.read("# 标题\r\n\r\n## 小标题\n**粗体小标题**\n#不是标题");

    // Then
    assertThat(lines).extracting(PageLine::text).containsExactly("标题", "小标题", "粗体小标题", "#不是标题");
    assertThat(lines).extracting(PageLine::markdown).containsExactly(1, 2, 0, 0);
    assertThat(lines).extracting(PageLine::bold).containsExactly(false, false, true, false);
    assertThat(lines).extracting(PageLine::number).containsExactly(1, 3, 4, 5);
  }
}
