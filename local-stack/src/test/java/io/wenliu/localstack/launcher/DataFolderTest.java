package io.wenliu.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path parent;

  @Test
  void forgettingDeletesDataAndKeepsLogs() throws Exception {
    // Given
    var path = parent.resolve("data");
    try (var folder = DataFolder.open(path).orElseThrow()) {
      Files.createDirectories(path.resolve("kafka/data"));
      Files.writeString(path.resolve("kafka/data/segment"), "x");
      Files.createDirectories(path.resolve("logs"));

      // When
      folder.forget();

      // Then
      assertThat(path.resolve("kafka")).doesNotExist();
      assertThat(path.resolve("logs")).exists();
    }
  }

  @Test
  void folderCanBeOpenedAgainOnceClosed() throws Exception {
    // Given
    DataFolder.open(parent).orElseThrow().close();

    // When
    var again = DataFolder.open(parent);

    // Then
    assertThat(again).isPresent();
    again.get().close();
  }
}
