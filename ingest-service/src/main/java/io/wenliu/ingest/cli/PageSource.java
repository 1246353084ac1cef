package io.wenliu.ingest.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Gets the text of pages out of a file.
@FunctionalInterface
public interface PageSource {

  /// @return the text of each page, lines as the file has them
  /// @throws IOException if the file cannot be read or holds no text
  List<String> read(Path file) throws IOException;
}
