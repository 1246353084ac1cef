package io.wenliu.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleTableTest {

  @Test
  void columnsAreAlignedForWideCharacters() {
    // Given
    var rows =
        List.of(
            new ArticleRow("春耕", "张三", "人民日报", "2025-02-24", "10", 1.234),
            new ArticleRow("AI", "", "", "--02-24", "", 0.5));

    // When
    var lines = ArticleTable.lines(rows, List.of());

    // Then
    assertThat(lines)
        .containsExactly(
            "标题  作者  报纸      日期        版面  秒",
            "--------------------------------------------",
            "春耕  张三  人民日报  2025-02-24  10    1.23",
            "AI    -     -         --02-24     -     0.50");
  }

  @Test
  void longHeadlineIsCutAndTheRowStaysInLine() {
    // Given
    var row = new ArticleRow("长".repeat(60), "李四", "河源日报", "2025-09-04", "3", 2.0);

    // When
    var lines = ArticleTable.lines(List.of(row), List.of());

    // Then
    assertThat(lines.getLast()).contains("长…");
    assertThat(DisplayWidth.of(lines.getLast())).isLessThan(100);
  }

  @Test
  void articleThatWasSearchableBeforeShowsNoSeconds() {
    // Given
    var row = new ArticleRow("旧闻", "", "", "", "", null);

    // When
    var lines = ArticleTable.lines(List.of(row), List.of());

    // Then
    assertThat(lines.getLast()).endsWith("已在库");
  }

  @Test
  void pagesThatWereWithdrawnAreNamedInOneLine() {
    // When
    var lines = ArticleTable.lines(List.of(), List.of("a.txt", "b.txt"));

    // Then
    assertThat(lines).hasSize(3);
    assertThat(lines.getLast()).contains("已撤回", "a.txt、b.txt");
  }
}
