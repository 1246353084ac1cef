package io.wenliu.kafka.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class KnownMarksTest {

  private static final TopicPartition PARTITION = new TopicPartition("news", 3);
  private static final Uuid TOPIC = Uuid.randomUuid();

  private final KnownMarks marks = new KnownMarks();

  @Test
  void whatWasReadAndFoundEmptyNeedNotBeReadAgain() {
    // When
    marks.found(PARTITION, TOPIC, 40, 42);

    // Then: by nobody who has come as far
    assertThat(marks.cover(PARTITION, TOPIC, 40, 42)).isTrue();
    assertThat(marks.cover(PARTITION, TOPIC, 41, 42)).isTrue();
  }

  @Test
  void whatHasComeSinceOrLiesBeforeItIsNotKnown() {
    // When
    marks.found(PARTITION, TOPIC, 40, 42);

    // Then
    assertThat(marks.cover(PARTITION, TOPIC, 40, 43)).isFalse();
    assertThat(marks.cover(PARTITION, TOPIC, 39, 42)).isFalse();
    assertThat(marks.cover(new TopicPartition("news", 4), TOPIC, 40, 42)).isFalse();
  }

  @Test
  void aTopicThatWasMadeAnewIsNotKnown() {
    // When
    marks.found(PARTITION, TOPIC, 40, 42);

    // Then
    assertThat(marks.cover(PARTITION, Uuid.randomUuid(), 40, 42)).isFalse();
  }

  @Test
  void whoComesFromFurtherBackKnowsMoreAndWhoStandsFurtherOnForgetsNothing() {
    // When
    marks.found(PARTITION, TOPIC, 41, 42);
    marks.found(PARTITION, TOPIC, 38, 42);
    marks.found(PARTITION, TOPIC, 40, 42);

    // Then
    assertThat(marks.cover(PARTITION, TOPIC, 38, 42)).isTrue();
  }
}
