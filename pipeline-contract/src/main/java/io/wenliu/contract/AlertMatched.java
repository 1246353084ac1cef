package io.wenliu.contract;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A version of an article that an alert was waiting for; it can be searched already.
///
/// @param id made of alert, article and content version, so that a repetition can be told
/// @param alert the alert's id
/// @param newspaper null when the page does not tell
/// @param published null when the page has no date
public record AlertMatched(
    String id,
    String alert,
    ArticleId article,
    DocumentId document,
    Version version,
    String headline,
    @Nullable String newspaper,
    @Nullable PartialDate published,
    Instant matchedAt)
    implements PipelineMessage {

  public AlertMatched {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(headline, "headline");
    Objects.requireNonNull(matchedAt, "matchedAt");
  }
}
