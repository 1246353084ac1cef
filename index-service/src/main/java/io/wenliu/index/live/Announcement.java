package io.wenliu.index.live;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A journey's word that an article can be searched.
///
/// @param version null where the journey does not tell
record Announcement(
    ArticleId article, @Nullable Version version, Instant at, int partition, long offset) {

  /// A repeated announcement tells of an article that was indexed long ago: it is no news.
  private static final Duration NEWS = Duration.ofMinutes(10);

  /// What the feed shows of an indexed article; tombstones have no article.
  record Indexed(
      String state,
      @Nullable Instant indexedAt,
      @Nullable Instant receivedAt,
      Enrichment.@Nullable ArticleKind kind,
      @Nullable Article article) {

    static final String[] FIELDS = {
      "state",
      "indexedAt",
      "receivedAt",
      "kind",
      "article.headline",
      "article.newspaper",
      "article.published",
      "article.publishedInferred",
      "article.authors"
    };
  }

  /// @return null when the article has gone since, or is no news
  @Nullable LiveItem item(Indexed indexed) {
    Article text = indexed.article();
    Instant indexedAt = indexed.indexedAt();
    if (text == null
        || !indexed.state().equals("alive")
        || indexedAt == null
        || indexedAt.plus(NEWS).isBefore(at)) {
      return null;
    }
    return new LiveItem(
        article,
        text.headline(),
        text.newspaper(),
        text.published(),
        text.authors(),
        indexed.receivedAt(),
        at,
        indexed.kind());
  }
}
