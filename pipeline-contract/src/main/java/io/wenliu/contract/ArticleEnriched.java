package io.wenliu.contract;

import java.time.Instant;
import java.util.Objects;

/// One article with what Chinese NLP found in it.
///
/// @param source the submitting system
/// @param receivedAt when the pipeline first had the document, by the broker's clock
public record ArticleEnriched(
    ArticleId id,
    DocumentId document,
    Version version,
    String source,
    Instant receivedAt,
    Article article,
    Enrichment enrichment)
    implements PipelineMessage {

  public ArticleEnriched {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(enrichment, "enrichment");
  }
}
