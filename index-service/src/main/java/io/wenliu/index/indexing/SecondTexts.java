package io.wenliu.index.indexing;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Version;
import io.wenliu.index.elasticsearch.BulkWriter;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.stage.BatchOutcome.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds texts that come under a version and a headline that another text has already: a source has
/// changed an article and not raised its version.
///
/// The first counts, as with pages. The second is a dead letter that says so, and the first is
/// written to the topic once more, since there the two share a key.
final class SecondTexts {

  private static final String[] TEXT = {"version", "article"};
  private static final String[] WHOLE = {
    "id", "documentId", "version", "source", "receivedAt", "article", "enrichment"
  };

  private final IndexReader reader;
  private final BulkWriter writer;

  SecondTexts(IndexReader reader, BulkWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  /// What stands; a tombstone has no text.
  private record Text(Version version, @Nullable Article article) {
    boolean isAnotherThan(ArticleEnriched came) {
      return article != null && version.equals(came.version()) && !article.equals(came.article());
    }
  }

  /// The same, as it came.
  private record Whole(
      ArticleId id,
      DocumentId documentId,
      Version version,
      String source,
      Instant receivedAt,
      Article article,
      Enrichment enrichment) {
    ArticleEnriched message() {
      return new ArticleEnriched(id, documentId, version, source, receivedAt, article, enrichment);
    }
  }

  /// What a newsroom is told that sends something else under a version.
  static String reason(Version version) {
    return "版本 " + version.content() + " 已有另一份内容，先到的有效；内容有改动，请提高版本号";
  }

  /// @param outranked articles that the index had already, at this version or a higher one
  /// @param erasures is told what has to be the last of its key
  /// @return the second texts
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if the batch has to
  ///   come again
  List<Rejection> among(List<PlannedWrite> outranked, Erasures erasures)
      throws InterruptedException {
    List<PlannedWrite> second = second(outranked);
    Map<String, Stored<Whole>> standing =
        reader.read(IndexSchema.ARTICLES, ids(second), Whole.class, WHOLE);
    List<Rejection> rejections = new ArrayList<>();
    List<IndexWrite> corrections = new ArrayList<>();
    for (PlannedWrite write : second) {
      Stored<Whole> first = standing.get(write.write().id());
      if (Erasures.isRestated(write.cause())) {
        // What compaction has left of the second came before it.
        corrections.add(
            IndexWrite.completing(
                IndexSchema.ARTICLES,
                write.write().id(),
                came(write).version().value(),
                write.write().json()));
      } else if (first != null) {
        rejections.add(Rejections.of(write.cause(), reason(came(write).version())));
        erasures.restated(first.value().message(), write.cause());
      }
    }
    if (!corrections.isEmpty()) {
      writer.write(corrections);
    }
    return rejections;
  }

  private List<PlannedWrite> second(List<PlannedWrite> outranked) {
    Map<String, Stored<Text>> texts =
        reader.read(IndexSchema.ARTICLES, ids(outranked), Text.class, TEXT);
    return outranked.stream()
        .filter(write -> {
          Stored<Text> text = texts.get(write.write().id());
          return text != null && text.value().isAnotherThan(came(write));
        })
        .toList();
  }

  private static List<String> ids(List<PlannedWrite> writes) {
    return writes.stream().map(write -> write.write().id()).distinct().toList();
  }

  private static ArticleEnriched came(PlannedWrite write) {
    if (write.cause().message() instanceof ArticleEnriched article) {
      return article;
    }
    throw Rejections.unexpected(write.cause());
  }
}
