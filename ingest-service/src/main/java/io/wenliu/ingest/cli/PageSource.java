package io.wenliu.ingest.cli;

import java.io.IOException;
import java.nio.file.Path;

/// Gets the text of a page out of a file.
@FunctionalInterface
public interface PageSource {

  /// @return the text, lines as the file has them
  /// @throws IOException if the file cannot be read or holds no text
  String read(Path file) throws IOException;
}
