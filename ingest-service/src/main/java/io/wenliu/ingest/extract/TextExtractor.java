package io.wenliu.ingest.extract;

import org.jspecify.annotations.Nullable;

/// Gets the text out of a file. Thread-safe.
@FunctionalInterface
public interface TextExtractor {

  /// @param name as the sender calls it, a hint to the type; null when absent
  /// @param contentType as the sender states it, a hint as well; null when absent
  /// @throws UnextractableException if there is no text to be had from it, ever
  ExtractedText extract(byte[] content, @Nullable String name, @Nullable String contentType);
}
