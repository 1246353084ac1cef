package io.wenliu.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {

  private static String of(String name) {
    return SourceName.of(name, SourceName.OF_KAFKA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cms", "demo-newsroom", "old_cms.2", "_wire", "-", ".a", "9"})
  void whatIsTakenOverHttpIsKeptAsItIs(String name) {
    // Then
    assertThat(of(name)).isEqualTo(name);
    assertThat(of("/" + name)).as("a path, as the intake over HTTP writes it").isEqualTo(name);
  }

  @Test
  void differentSendersHaveDifferentNames() {
    // Given
    String path = "/" + "very-long/".repeat(10);
    List<String> senders =
        List.of(
            "人民日报",
            "光明日报",
            "https://news.example/人民日报",
            "https://news.example/光明日报",
            path + "1",
            path + "2",
            "x".repeat(65),
            "x".repeat(66),
            "x".repeat(64),
            "/old cms",
            "/old/cms",
            "old-cms",
            "_wire",
            "wire",
            "//wire",
            "////",
            "kafka",
            "..",
            "../../\0'; DROP TABLE");

    // When
    List<String> names = senders.stream().map(SourceNameTest::of).toList();

    // Then
    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[A-Za-z0-9._-]{1,64}"));
    assertThat(names).contains("wire", "_wire", "old-cms", "kafka").contains("x".repeat(64));
    assertThat(names.subList(0, 2)).allMatch(name -> name.matches("kafka-[0-9a-f]{8}"));
    assertThat(of("/old cms")).matches("old-cms-[0-9a-f]{8}");
    assertThat(of("/")).isEqualTo("kafka");
  }
}
