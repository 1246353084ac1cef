package io.wenliu.ingest.submission;

import io.wenliu.contract.Article;
import io.wenliu.contract.SubmittedContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document consists of, with the bytes at hand.
sealed interface IncomingContent {

  /// A file of any type.
  ///
  /// @param contentType media type as the sender states it; null when absent
  @SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
  record File(@Nullable String name, @Nullable String contentType, byte[] bytes)
      implements IncomingContent {}

  /// Text of pages.
  record Pages(List<SubmittedContent.Page> pages) implements IncomingContent {}

  /// An article that needs no reconstruction.
  record Ready(Article article) implements IncomingContent {}
}
