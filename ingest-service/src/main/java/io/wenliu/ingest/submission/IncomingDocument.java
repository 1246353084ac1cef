package io.wenliu.ingest.submission;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of one document, in whatever form it was submitted.
///
/// @param ownId the source's own id; null when it gave none
/// @param version the source's own number; null when it gave none
/// @param eventTime when the source made this version; null when it does not say
record IncomingDocument(
    String source,
    @Nullable String ownId,
    @Nullable Long version,
    @Nullable Instant eventTime,
    IncomingContent content) {

  /// By the source's own id, else by the content.
  DocumentId id() {
    if (ownId != null) {
      return DocumentId.of(source, ownId);
    }
    return switch (content) {
      case IncomingContent.File file -> DocumentId.ofContent(source, file.bytes());
      case IncomingContent.Pages pages -> SubmissionIdentity.ofJson(source, pages.pages());
      case IncomingContent.Ready ready -> SubmissionIdentity.ofJson(source, ready.article());
    };
  }

  /// The source's number, else its event time, else the broker's time of the first record.
  ///
  /// @throws IllegalArgumentException if the event time is out of range
  Version version(Instant receivedAt) {
    if (version != null) {
      return Version.of(version, 0);
    }
    return Version.ofTime(eventTime != null ? eventTime : receivedAt);
  }

  /// The file's name as the sender calls it.
  @Nullable String name() {
    return content instanceof IncomingContent.File file ? file.name() : null;
  }
}
