package io.wenliu.index.indexing;

import io.wenliu.index.elasticsearch.IndexRollover;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.stage.InboundMessage;
import java.time.Clock;
import java.util.List;

/// Writes messages into indices that are being rebuilt, by the rules by which they were written
/// first, and tells nobody. Not thread-safe.
public final class Replay {

  private final IndexRollover.Target target;
  private final ArticleIndexer articles;
  private final VectorIndexer vectors;

  /// @param target stays the caller's to close
  public Replay(IndexRollover.Target target, Clock clock) {
    this.target = target;
    VectorCompletion completion =
        new VectorCompletion(target.reader(), target.writer(), target.refresh(), target.vectors());
    // The time on the topic, not today's: a page that a reader asks for after the rebuild leaves
    // out what was indexed after the first one.
    this.articles =
        new ArticleIndexer(
            target.reader(),
            target.writer(),
            target.refresh(),
            target.alive(),
            completion,
            _ -> List.of(),
            clock,
            message -> message.record().timestamp());
    this.vectors =
        new VectorIndexer(target.reader(), target.writer(), target.refresh(), completion, clock);
  }

  /// Articles, manifests and withdrawals, in the order of their topic.
  ///
  /// @return how many the index refused, now as before
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if the batch has to
  ///   come again
  public int articles(List<InboundMessage> batch) throws InterruptedException {
    return articles.process(batch).rejections().size();
  }

  /// Vectors.
  ///
  /// @return how many the index refused, now as before
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if the batch has to
  ///   come again
  public int vectors(List<InboundMessage> batch) throws InterruptedException {
    return vectors.process(batch).rejections().size();
  }

  /// Returns when searches of the new indices would see all that was written.
  public void makeVisible() throws InterruptedException {
    target.refresh().makeVisible(IndexSchema.ARTICLES);
    target.refresh().makeVisible(IndexSchema.VECTORS);
  }
}
