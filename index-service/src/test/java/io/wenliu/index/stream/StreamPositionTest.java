package io.wenliu.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

  @Test
  void aPositionIsReadBackByAnyInstance() {
    // Given
    StreamPosition position = StreamPosition.START.after(0, 41).after(11, 1_000_000).after(0, 42);

    // Then
    assertThat(StreamPosition.parse(position.toString())).isEqualTo(position);
    assertThat(position.isBefore(0, 42)).isFalse();
    assertThat(position.isBefore(0, 43)).isTrue();
    assertThat(position.isBefore(5, 0)).isTrue();
  }

  @Test
  void whoHasSeenNothingOfAPartitionSaysSo() {
    // Given
    StreamPosition position = StreamPosition.START.after(0, -1).after(3, 7);

    // Then
    assertThat(StreamPosition.parse(position.toString())).isEqualTo(position);
    assertThat(position.knows(0)).isTrue();
    assertThat(position.knows(1)).isFalse();
    assertThat(position.isBefore(0, 0)).isTrue();
  }

  @Test
  void positionsAreComparedByPartition() {
    // Given
    StreamPosition one = new StreamPosition(Map.of(0, 5L, 1, 2L));
    StreamPosition other = new StreamPosition(Map.of(0, 4L, 1, 3L));

    // Then
    assertThat(one.isBefore(other)).isTrue();
    assertThat(other.isBefore(one)).isTrue();
    assertThat(one.after(other)).isEqualTo(new StreamPosition(Map.of(0, 5L, 1, 3L)));
    assertThat(one.after(other).isBefore(one)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "1", "a-", "1-2.", "1-ü"})
  void whatIsNoPositionIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> StreamPosition.parse(text));
  }
}
