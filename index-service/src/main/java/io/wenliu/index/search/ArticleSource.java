package io.wenliu.index.search;

import io.wenliu.contract.Article;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the index keeps of an article; a tombstone has neither article nor enrichment, and a
/// selection of fields leaves parts of them out.
record ArticleSource(
    String id,
    DocumentId documentId,
    long version,
    String state,
    @Nullable String source,
    @Nullable Instant receivedAt,
    @Nullable Instant indexedAt,
    @Nullable Article article,
    Enrichment.@Nullable ArticleKind kind,
    @Nullable Selected enrichment) {

  /// The part of the enrichment that a hit shows.
  record Selected(@Nullable List<Enrichment.Topic> topics, @Nullable List<String> summary) {}

  /// The fields that a hit needs.
  static final String[] HIT_FIELDS = {
    "id",
    "documentId",
    "version",
    "state",
    "source",
    "receivedAt",
    "indexedAt",
    "kind",
    "article.headline",
    "article.subtitle",
    "article.authors",
    "article.newspaper",
    "article.page",
    "article.published",
    "article.publishedInferred",
    "article.paragraphs",
    "enrichment.topics",
    "enrichment.summary"
  };

  boolean isAlive() {
    return state.equals("alive");
  }
}
