package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleEmbedded;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.Stage;
import io.wenliu.index.elasticsearch.BulkWriter;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.RefreshGate;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.BatchOutcome;
import io.wenliu.kafka.stage.BatchOutcome.Rejection;
import io.wenliu.kafka.stage.BatchProcessor;
import io.wenliu.kafka.stage.InboundMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Makes articles findable by meaning, some time after they became findable by words.
@Component
class VectorIndexer implements BatchProcessor {

  private static final ArticleFacets UNKNOWN =
      new ArticleFacets(
          new io.wenliu.contract.Version(0),
          ArticleState.ALIVE.id(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  private final IndexReader reader;
  private final BulkWriter writer;
  private final RefreshGate refresh;
  private final VectorCompletion completion;
  private final Clock clock;

  VectorIndexer(
      IndexReader reader,
      BulkWriter writer,
      RefreshGate refresh,
      VectorCompletion completion,
      Clock clock) {
    this.reader = reader;
    this.writer = writer;
    this.refresh = refresh;
    this.completion = completion;
    this.clock = clock;
  }

  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if the batch has to
  ///   come again
  @Override
  public BatchOutcome process(List<InboundMessage> batch) throws InterruptedException {
    List<String> early = new ArrayList<>();
    Erasures erasures = new Erasures();
    List<PlannedWrite> writes = plan(batch, early, erasures);
    List<IndexWrite.Outcome> outcomes =
        writer.write(writes.stream().map(PlannedWrite::write).toList());
    List<Fact> facts = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      PlannedWrite write = writes.get(i);
      if (outcomes.get(i) instanceof IndexWrite.Refused(String reason)) {
        rejections.add(Rejections.of(write.cause(), "向量无法收录：" + reason));
      } else if (write.fact() != null) {
        facts.add(write.fact());
      }
    }
    refresh.makeVisible(IndexSchema.VECTORS);
    completion.complete(early);
    List<Outbound> outbound =
        new ArrayList<>(Facts.outbound(facts, Stage.INDEX_VECTORS, clock.instant()));
    outbound.addAll(erasures.outbound(List.of()));
    return new BatchOutcome(outbound, rejections);
  }

  /// @param early receives the articles whose words had not come yet
  /// @param erasures receives the vectors whose words have gone or are others by now
  private List<PlannedWrite> plan(
      List<InboundMessage> batch, List<String> early, Erasures erasures) {
    List<String> ids = batch.stream().map(inbound -> vector(inbound).id().value()).toList();
    Map<String, Stored<ArticleFacets>> articles =
        reader.read(IndexSchema.ARTICLES, ids, ArticleFacets.class, ArticleFacets.FIELDS);
    List<PlannedWrite> writes = new ArrayList<>(batch.size());
    for (InboundMessage inbound : batch) {
      ArticleEmbedded vector = vector(inbound);
      Stored<ArticleFacets> stored = articles.get(vector.id().value());
      boolean dead = stored != null && outranks(stored.value(), vector);
      boolean known = stored != null && stored.value().speaksFor(vector.version());
      ArticleFacets facets = stored != null && known ? stored.value() : UNKNOWN;
      if (!known && !dead) {
        early.add(vector.id().value());
      }
      if (dead) {
        erasures.vector(vector.id(), vector.version());
      } else {
        writes.add(
            new PlannedWrite(
                DocumentWrites.of(
                    VectorDocument.of(
                        vector.id(),
                        vector.version(),
                        vector.model(),
                        vector.vector().values(),
                        facets)),
                new Fact(vector.document(), vector.version(), vector.id(), Step.EMBEDDED, null),
                inbound));
      }
    }
    return writes;
  }

  private static boolean outranks(ArticleFacets words, ArticleEmbedded vector) {
    int order = words.version().compareTo(vector.version());
    return order > 0 || (order == 0 && !words.state().equals(ArticleState.ALIVE.id()));
  }

  private static ArticleEmbedded vector(InboundMessage inbound) {
    if (inbound.message() instanceof ArticleEmbedded embedded) {
      return embedded;
    }
    throw Rejections.unexpected(inbound);
  }
}
