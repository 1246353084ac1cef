package io.wenliu.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "1", "a-", "1-2.", "1-ü"})
  void whatIsNoPositionIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> StreamPosition.parse(text));
  }
}
