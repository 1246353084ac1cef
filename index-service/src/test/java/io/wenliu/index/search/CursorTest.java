package io.wenliu.index.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void aCursorIsReadBack() {
    // Given
    Cursor cursor = new Cursor(7, 20, 1_700_000_000_000L, List.of("1", "2", "三"));

    // Then
    assertThat(Cursor.parse(cursor.toString(), 7)).isEqualTo(cursor);
  }

  @Test
  void aCursorOfAnotherSearchIsRefused() {
    // Given
    String cursor = new Cursor(7, 20, 0, List.of()).toString();

    // Then
    assertThatThrownBy(() -> Cursor.parse(cursor, 8)).hasMessage("cursor-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!", "e30", "bnVsbA", "W10", "eyJzZWFyY2giOjcsIm9mZnNldCI6LTF9"})
  void whatIsNoCursorIsRefused(String text) {
    assertThatThrownBy(() -> Cursor.parse(text, 7)).hasMessage("cursor-invalid");
  }
}
