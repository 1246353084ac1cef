package io.wenliu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class GoldenFilesTest {

  static List<Path> goldenFiles() {
    return GoldenFiles.all();
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void everyGoldenFileIsReadAndWrittenBackWithoutLoss(Path file) {
    // Given
    JsonNode golden = GoldenFiles.read(file);

    // When
    PipelineMessage message =
        ContractJson.read(GoldenFiles.bytes(file), GoldenFiles.type(file).message());
    byte[] written = ContractJson.write(message);

    // Then
    assertKept("", golden, ContractJson.mapper().readTree(written));
    PipelineMessage again = ContractJson.read(written, GoldenFiles.type(file).message());
    assertThat(again).isEqualTo(message);
    assertThat(message.type()).isEqualTo(GoldenFiles.type(file));
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void everyGoldenFileFollowsItsSchema(Path file) {
    assertThat(MessageSchemas.violations(GoldenFiles.type(file), GoldenFiles.read(file))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MessageType.class)
  void theGoldenFilesOfATypeUseEachOfItsFields(MessageType type) {
    // When
    SortedSet<String> used = new TreeSet<>();
    GoldenFiles.of(type).forEach(file -> used.addAll(GoldenFiles.paths(GoldenFiles.read(file))));

    // Then
    assertThat(used).containsAll(fieldsOf(type));
  }

  /// Old messages stay on compacted topics: what was written once must be readable for ever.
  @Test
  void noGoldenFileWasChangedOrTakenAway() {
    // When
    List<String> sums =
        GoldenFiles.all().stream()
            .map(file ->
                Sha256.hex(GoldenFiles.bytes(file))
                    + "  "
                    + GoldenFiles.FOLDER.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList();

    // Then
    Path list = GoldenFiles.FOLDER.resolve("SHA256SUMS");
    assertThat(sums)
        .as("golden files are added with a line in SHA256SUMS, never changed")
        .containsExactlyElementsOf(
            new String(GoldenFiles.bytes(list), StandardCharsets.UTF_8).lines().sorted().toList());
  }

  private static List<String> fieldsOf(MessageType type) {
    Stream<String> lines = RecordShape.of(type.message()).stream();
    return lines
        .map(line -> line.substring(0, line.indexOf(' ')).replace("!", ""))
        .filter(path -> !path.endsWith("/*") && !path.endsWith(">"))
        .toList();
  }

  /// All that the golden file says is said again; a field of a later day may be added.
  private static void assertKept(String path, JsonNode golden, JsonNode written) {
    if (golden.isObject()) {
      for (Map.Entry<String, JsonNode> field : golden.properties()) {
        assertKept(path + "/" + field.getKey(), field.getValue(), written.path(field.getKey()));
      }
    } else if (golden.isArray()) {
      assertThat(written.size()).as(path).isEqualTo(golden.size());
      for (int i = 0; i < golden.size(); i++) {
        assertKept(path + "/" + i, golden.get(i), written.get(i));
      }
    } else {
      assertThat(written).as(path).isEqualTo(golden);
    }
  }
}
