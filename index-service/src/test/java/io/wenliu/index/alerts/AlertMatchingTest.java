package io.wenliu.index.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertMatchingTest {

  private static final Instant CREATED = Instant.ofEpochSecond(1_700_000_000);

  private static Instant later(int seconds) {
    return CREATED.plusSeconds(seconds);
  }

  @Test
  void whatBecomesSearchableAfterTheAlertIsNewsEvenIfItWasPlannedBefore() {
    assertThat(AlertMatching.isNews(CREATED, later(1), later(2))).isTrue();
    assertThat(AlertMatching.isNews(CREATED, later(-1), later(1))).isTrue();
    assertThat(AlertMatching.isNews(CREATED, later(-1), CREATED)).isTrue();
  }

  @Test
  void whatIsProcessedAnewIsNoNewsForAlertsOfItsTimeEither() {
    assertThat(
            AlertMatching.isNews(CREATED, later(1), later(1).plus(Duration.ofDays(1)).plusNanos(1)))
        .isFalse();
  }

  @Test
  void whatWasSearchableBeforeIsNoNewsHoweverOftenItIsTold() {
    assertThat(AlertMatching.isNews(CREATED, later(-2), later(-1))).isFalse();
    assertThat(AlertMatching.isNews(CREATED, CREATED.minus(Duration.ofDays(1)), later(1)))
        .isFalse();
    assertThat(AlertMatching.isNews(CREATED, null, later(1))).isFalse();
  }
}
