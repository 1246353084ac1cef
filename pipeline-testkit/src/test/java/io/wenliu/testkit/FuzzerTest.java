package io.wenliu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzerTest {

  @Test
  void seedsAreTriedWithoutAnyTimeToFuzz() {
    // Given
    List<byte[]> tried = new ArrayList<>();

    // When
    new Fuzzer("seeds", List.of(new byte[] {1}, new byte[] {2}), List.of("x")).run(input -> {
      tried.add(input);
      return input.length;
    });

    // Then
    assertThat(tried).contains(new byte[] {1}, new byte[] {2});
  }

  @Test
  void whatBreaksTheTargetIsNamed() {
    // Given
    Fuzzer fuzzer = new Fuzzer("../../../target/fuzz", List.of(new byte[] {7}), List.of("x"));

    // Then
    assertThatThrownBy(() ->
            fuzzer.run(input -> {
              throw new IllegalStateException("broken");
            }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("broke-")
        .hasRootCauseMessage("broken");
  }
}
