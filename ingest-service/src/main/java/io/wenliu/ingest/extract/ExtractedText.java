package io.wenliu.ingest.extract;

import java.util.List;
import java.util.Objects;

/// The text of a file.
///
/// @param contentType media type as found out, without parameters
/// @param pages in order, as the file has them; at least one, and not all are blank
public record ExtractedText(String contentType, List<String> pages) {
  public ExtractedText {
    Objects.requireNonNull(contentType, "contentType");
    pages = List.copyOf(pages);
  }
}
