package io.wenliu.contract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which articles one version of a document has: those of an older version that are not in it are
/// superseded.
///
/// @param source the submitting system
/// @param ownId the source's own id of the document; null when it gave none
/// @param name the file's name as the sender calls it; null when absent
/// @param contentType media type as the intake found it
/// @param receivedAt when the pipeline first had the document, by the broker's clock
/// @param articles in the order of the page; may be empty
public record DocumentManifest(
    DocumentId document,
    Version version,
    String source,
    @Nullable String ownId,
    @Nullable String name,
    String contentType,
    Instant receivedAt,
    List<ArticleId> articles)
    implements PipelineMessage {

  public DocumentManifest {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(receivedAt, "receivedAt");
    articles = Absent.asEmpty(articles);
  }
}
