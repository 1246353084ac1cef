package io.wenliu.index.stories;

import io.wenliu.contract.Article;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment.Signature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One printing of a story, as far as comparing it needs.
///
/// @param article null in a tombstone
/// @param enrichment null in a tombstone
public record PrintedArticle(
    String id,
    DocumentId documentId,
    String state,
    @Nullable Instant receivedAt,
    @Nullable Article article,
    @Nullable Signed enrichment) {

  /// The fields of the index that it is read from.
  public static final List<String> FIELDS =
      List.of("id", "documentId", "state", "receivedAt", "article", "enrichment.signature");

  /// The signed part of an enrichment.
  public record Signed(@Nullable Signature signature) {}

  @Nullable Signature signature() {
    return enrichment == null ? null : enrichment.signature();
  }
}
