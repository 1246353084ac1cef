package io.wenliu.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

  @Test
  void withoutOptionsTheDemoKeepsItsDataAndServesOn8080() {
    assertThat(DemoOptions.parse(List.of())).isEqualTo(new DemoOptions(false, 8080, 1, null));
  }

  @Test
  void everyOptionHasItsEffectInAnyOrder() {
    // When
    var options =
        DemoOptions.parse(List.of("--nlp", "3", "--fresh", "--port", "9000", "--data", "/tmp/w"));

    // Then
    assertThat(options).isEqualTo(new DemoOptions(true, 9000, 3, Path.of("/tmp/w")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port 0", "--port 65536", "--port x", "--nlp 0", "--nlp 17"})
  void wrongNumberIsRefusedWithTheNameOfItsOption(String line) {
    // Given
    var arguments = List.of(line.split(" ", -1));

    // Then
    assertThatThrownBy(() -> DemoOptions.parse(arguments))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(arguments.getFirst());
  }

  @Test
  void unknownOptionIsNamed() {
    assertThatThrownBy(() -> DemoOptions.parse(List.of("--frsh")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--frsh");
  }
}
