package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.stage.InboundMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what a batch brings once more because it was processed anew: it keeps the time at which
/// its content became searchable, so that neither readers nor alerts take it for news.
final class Renewals {

  private final IndexReader reader;

  Renewals(IndexReader reader) {
    this.reader = reader;
  }

  /// Of an article as it stands; null where it bears no time.
  record Indexed(@Nullable Instant indexedAt) {}

  /// When the documents whose standing content the batch renews were indexed first.
  ///
  /// @param records of all documents of the batch
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if it cannot be read
  ///   now
  Map<DocumentId, Instant> firstIndexed(
      List<InboundMessage> batch, Map<DocumentId, DocumentRecord> records) {
    Set<DocumentRecord> renewed = new HashSet<>();
    for (InboundMessage inbound : batch) {
      if (inbound.message() instanceof ArticleEnriched article) {
        @Nullable DocumentRecord record = records.get(article.document());
        if (record != null
            && record.version().content() == article.version().content()
            && record.version().compareTo(article.version()) < 0) {
          renewed.add(record);
        }
      }
    }
    List<String> ids =
        renewed.stream()
            .map(DocumentRecord::articles)
            .flatMap(Collection::stream)
            .map(ArticleId::value)
            .toList();
    Map<DocumentId, Instant> first = new HashMap<>();
    Map<String, Stored<Indexed>> articles =
        reader.read(IndexSchema.ARTICLES, ids, Indexed.class, "indexedAt");
    articles.forEach((id, stored) -> {
      @Nullable Instant indexedAt = stored.value().indexedAt();
      if (indexedAt != null) {
        first.merge(new ArticleId(id).document(), indexedAt, (a, b) -> a.isBefore(b) ? a : b);
      }
    });
    return first;
  }
}
