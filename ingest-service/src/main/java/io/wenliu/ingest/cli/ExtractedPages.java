package io.wenliu.ingest.cli;

import io.wenliu.ingest.extract.TextExtractor;
import io.wenliu.ingest.extract.UnextractableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads files of any accepted type, as the service does.
final class ExtractedPages implements PageSource {

  private final TextExtractor extractor;

  ExtractedPages(TextExtractor extractor) {
    this.extractor = extractor;
  }

  @Override
  public List<String> read(Path file) throws IOException {
    Path name = file.getFileName();
    try {
      return extractor
          .extract(Files.readAllBytes(file), name == null ? null : name.toString(), null)
          .pages();
    } catch (UnextractableException e) {
      throw new IOException(e.reason(), e);
    }
  }
}
