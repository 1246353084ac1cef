package io.wenliu.index.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TrendsTest {

  private static final LocalDate MONDAY = LocalDate.parse("2025-02-24");

  @Test
  void whatIsAlwaysFrequentDoesNotRise() {
    assertThat(Trends.score(50, 100, 500, 1_000)).isLessThan(0.1);
  }

  @Test
  void manyNewArticlesWeighMoreThanOne() {
    assertThat(Trends.score(10, 100, 0, 1_000)).isGreaterThan(Trends.score(1, 100, 0, 1_000));
  }

  @Test
  void whatHasBecomeRarerFalls() {
    assertThat(Trends.score(1, 100, 100, 1_000)).isNegative();
  }

  @Test
  void theSeriesEndsWithTheLastStepAndHasNoGap() {
    assertThat(Trends.steps(MONDAY, MONDAY.plusDays(3), Interval.WEEK))
        .hasSize(12)
        .endsWith(MONDAY.minusWeeks(1), MONDAY)
        .isSorted();
    assertThat(Trends.steps(MONDAY.minusDays(30), MONDAY, Interval.DAY)).hasSize(31);
    assertThat(Trends.steps(MONDAY.minusYears(9), MONDAY, Interval.DAY)).hasSize(120);
  }

  @Test
  void stepsAreNamedByTheirFirstDay() {
    assertThat(Interval.WEEK.label(Interval.WEEK.start(MONDAY.plusDays(6))))
        .isEqualTo("2025-02-24");
    assertThat(Interval.MONTH.label(Interval.MONTH.start(MONDAY))).isEqualTo("2025-02");
  }
}
