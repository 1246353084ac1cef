package io.wenliu.index.formats;

import io.wenliu.contract.Article;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.index.names.EntityName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An article that stands, as it is given away.
///
/// @param enrichment null when nothing is known of it
public record PublishedArticle(
    String id,
    DocumentId documentId,
    long version,
    @Nullable String source,
    @Nullable Instant receivedAt,
    @Nullable Instant indexedAt,
    Article article,
    @Nullable Enrichment enrichment) {

  /// What it is called outside.
  String uri() {
    return "urn:wenliu:article:" + id;
  }

  /// The language of its text (BCP 47).
  static final String LANGUAGE = "zh";

  List<EntityName> names(EntityType type) {
    return enrichment == null
        ? List.of()
        : enrichment.entities().stream()
            .filter(entity -> entity.type() == type)
            .flatMap(entity -> EntityName.of(entity).stream())
            .distinct()
            .toList();
  }

  List<Enrichment.Topic> topics() {
    return enrichment == null ? List.of() : enrichment.topics();
  }

  List<String> keyphrases() {
    return enrichment == null
        ? List.of()
        : enrichment.keyphrases().stream().map(Enrichment.Keyphrase::text).toList();
  }

  List<String> summary() {
    return enrichment == null ? List.of() : enrichment.summary();
  }

  /// `news`, `opinion` and so on; empty when it could not be told.
  String kind() {
    Enrichment.ArticleKind kind = enrichment == null ? null : enrichment.kind();
    return kind == null ? "" : kind.name().toLowerCase(Locale.ROOT);
  }
}
