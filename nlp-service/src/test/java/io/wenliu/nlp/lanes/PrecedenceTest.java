package io.wenliu.nlp.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

  @Test
  void vectorsWaitWhileWordsAreWorkedOnAndAMomentAfter() throws Exception {
    // Given
    Precedence precedence = new Precedence(Duration.ofMillis(200), () -> false);

    // When
    Precedence.Work work = precedence.words();

    // Then
    assertThat(precedence.awaitFree(Duration.ofMillis(50))).isFalse();
    work.close();
    assertThat(precedence.isFree()).isFalse();
    await().atMost(Duration.ofSeconds(5)).until(precedence::isFree);
  }

  @Test
  void vectorsWaitForArticlesThatNobodyHasBegun() throws Exception {
    // Given
    AtomicBoolean waiting = new AtomicBoolean(true);
    Precedence precedence = new Precedence(Duration.ZERO, waiting::get);

    // When
    boolean before = precedence.isFree();
    waiting.set(false);

    // Then
    assertThat(before).isFalse();
    assertThat(precedence.awaitFree(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void queryGoesAheadOfDocuments() {
    // Given
    Precedence precedence = new Precedence(Duration.ZERO, () -> false);

    // When
    try (Precedence.Work _ = precedence.query()) {

      // Then
      assertThat(precedence.isFree()).isFalse();
    }
    assertThat(precedence.isFree()).isTrue();
  }
}
