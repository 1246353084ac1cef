package io.wenliu.localstack.launcher;

import io.wenliu.contract.DocumentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One of the sample pages, as a newsroom system would push it.
///
/// @param fileName without folder; the newsroom system's own id of the page
record Seed(String fileName, String text) {

  /// The newsroom system that the demo plays.
  static final String SOURCE = "demo-newsroom";

  /// The pages in the order of their names.
  static List<Seed> all(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".txt"))
          .sorted()
          .map(Seed::read)
          .toList();
    }
  }

  DocumentId documentId() {
    return DocumentId.of(SOURCE, fileName);
  }

  private static Seed read(Path file) {
    try {
      return new Seed(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
