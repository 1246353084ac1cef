package io.wenliu.index.alerts;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article with the fields that searches look in, as the words index has them: so an alert sees
/// what a search sees.
///
/// @param article null for a tombstone
record WatchedArticle(
    ArticleId id,
    DocumentId documentId,
    Version version,
    String state,
    @Nullable Instant indexedAt,
    @Nullable String source,
    @Nullable LocalDate published,
    @Nullable String newspaper,
    @Nullable String agency,
    @Nullable List<String> authors,
    @Nullable String kind,
    @Nullable List<String> people,
    @Nullable List<String> places,
    @Nullable List<String> organisations,
    @Nullable List<String> topics,
    @Nullable List<String> topicLabels,
    @Nullable String foldedHeadline,
    @Nullable List<String> foldedParagraphs,
    @Nullable Article article,
    @Nullable Words enrichment) {

  /// The segmenter's words, separated by spaces.
  record Words(@Nullable String headlineWords, @Nullable List<String> paragraphWords) {}

  static final String[] FIELDS = {
    "id",
    "documentId",
    "version",
    "state",
    "indexedAt",
    "source",
    "published",
    "newspaper",
    "agency",
    "authors",
    "kind",
    "people",
    "places",
    "organisations",
    "topics",
    "topicLabels",
    "foldedHeadline",
    "foldedParagraphs",
    "article",
    "enrichment.headlineWords",
    "enrichment.paragraphWords"
  };
}
