package io.wenliu.contract;

import java.time.Instant;
import java.util.Objects;

/// One article cut out of a document.
///
/// @param source the submitting system
/// @param receivedAt when the pipeline first had the document, by the broker's clock
public record ArticleExtracted(
    ArticleId id,
    DocumentId document,
    Version version,
    String source,
    Instant receivedAt,
    Article article)
    implements PipelineMessage {

  public ArticleExtracted {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(article, "article");
  }
}
