package io.wenliu.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzerTest {

  @Test
  void seedsAreTriedWithoutAnyTimeToFuzz() {
    // Given
    List<byte[]> tried = new ArrayList<>();

    // When
    new Fuzzer("seeds", List.of(new byte[] {1}, new byte[] {2}), List.of("x"))
        .run(
            input -> {
              tried.add(input);
              return input.length;
            },
            Duration.ZERO);

    // Then
    assertThat(tried).containsExactly(new byte[] {1}, new byte[] {2});
  }

  @Test
  void spoiltSeedsBecomeInputsThatNobodyWrote() {
    // Given
    List<byte[]> tried = new ArrayList<>();

    // When
    new Fuzzer("spoilt", List.of(new byte[] {1, 2, 3}), List.of("文"))
        .run(
            input -> {
              tried.add(input);
              return input.length;
            },
            Duration.ofMillis(100));

    // Then
    assertThat(tried).anySatisfy(input -> assertThat(new String(input, UTF_8)).contains("文"));
    assertThat(tried).anySatisfy(input -> assertThat(input).hasSizeLessThan(3));
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
