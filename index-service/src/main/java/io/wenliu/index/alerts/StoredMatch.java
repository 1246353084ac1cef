package io.wenliu.index.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wenliu.contract.AlertMatched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.PartialDate;
import io.wenliu.contract.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A match as the index keeps it, and how far its delivery is.
///
/// @param origin the record of the journey that it came from, by which a repetition of that record
///   is told from another that says the same
/// @param nextAttemptAt when it is to be posted, or looked at again should its sender have died
/// @param attempts at posting it
/// @param problem of the last attempt; null when there was none
public record StoredMatch(
    String id,
    String alert,
    ArticleId articleId,
    DocumentId documentId,
    Version version,
    String headline,
    @Nullable String newspaper,
    @Nullable PartialDate published,
    Instant matchedAt,
    String origin,
    Delivery delivery,
    @Nullable Instant nextAttemptAt,
    int attempts,
    @Nullable String problem) {

  /// How far the webhook is.
  public enum Delivery {
    /// The alert has none.
    @JsonProperty("none")
    NONE,
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("delivered")
    DELIVERED,
    /// It was tried until it was given up.
    @JsonProperty("failed")
    FAILED,
    /// The alert, or its webhook, is gone.
    @JsonProperty("dropped")
    DROPPED
  }

  static StoredMatch of(AlertMatched match, String origin, boolean webhook) {
    return new StoredMatch(
        match.id(),
        match.alert(),
        match.article(),
        match.document(),
        match.version(),
        match.headline(),
        match.newspaper(),
        match.published(),
        match.matchedAt(),
        origin,
        webhook ? Delivery.PENDING : Delivery.NONE,
        webhook ? match.matchedAt() : null,
        0,
        null);
  }

  /// The same match, its delivery further on.
  public StoredMatch delivered(
      Delivery state, @Nullable Instant next, int tried, @Nullable String trouble) {
    return new StoredMatch(
        id,
        alert,
        articleId,
        documentId,
        version,
        headline,
        newspaper,
        published,
        matchedAt,
        origin,
        state,
        next,
        tried,
        trouble);
  }

  /// As readers and webhooks get it.
  public ShownMatch shown() {
    return new ShownMatch(id, alert, articleId, headline, newspaper, published, matchedAt);
  }
}
