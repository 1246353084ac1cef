package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Stage;
import io.wenliu.index.deadletters.DeadLetterKeeper;
import io.wenliu.index.elasticsearch.AliveArticles;
import io.wenliu.index.elasticsearch.AliveArticles.AliveArticle;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Makes articles searchable and makes those vanish that are superseded or withdrawn.
///
/// A batch costs one read of the documents' records, the bulk, one refresh and one look for
/// articles that have to go; its offsets are committed, and the journeys told, only when a search
/// shows the result.
@Component
class ArticleIndexer implements BatchProcessor {

  private final IndexReader reader;
  private final BulkWriter writer;
  private final RefreshGate refresh;
  private final AliveArticles alive;
  private final VectorCompletion completion;
  private final SecondTexts secondTexts;
  private final SecondPages secondPages;
  private final Renewals renewals;
  private final Discard discard;
  private final Clock clock;
  private final Function<InboundMessage, Instant> indexedAt;

  @Autowired
  ArticleIndexer(
      IndexReader reader,
      BulkWriter writer,
      RefreshGate refresh,
      AliveArticles alive,
      VectorCompletion completion,
      DeadLetterKeeper deadLetters,
      Clock clock) {
    this(
        reader,
        writer,
        refresh,
        alive,
        completion,
        documents -> {
          deadLetters.discardOf(documents);
          return alive.everOf(documents);
        },
        clock,
        message -> clock.instant());
  }

  /// What else holds text of documents, and lets go of it.
  @FunctionalInterface
  interface Discard {
    /// @return articles of theirs that may stand on the compacted topics
    Collection<AliveArticle> of(Set<DocumentId> documents) throws InterruptedException;
  }

  /// @param withdrawn lets go of the text of documents that are withdrawn
  /// @param indexedAt what is kept as the time of indexing
  ArticleIndexer(
      IndexReader reader,
      BulkWriter writer,
      RefreshGate refresh,
      AliveArticles alive,
      VectorCompletion completion,
      Discard withdrawn,
      Clock clock,
      Function<InboundMessage, Instant> indexedAt) {
    this.reader = reader;
    this.writer = writer;
    this.refresh = refresh;
    this.alive = alive;
    this.completion = completion;
    this.secondTexts = new SecondTexts(reader, writer);
    this.secondPages = new SecondPages(reader, writer);
    this.renewals = new Renewals(reader);
    this.discard = withdrawn;
    this.clock = clock;
    this.indexedAt = indexedAt;
  }

  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if the batch has to
  ///   come again
  @Override
  public BatchOutcome process(List<InboundMessage> batch) throws InterruptedException {
    IndexingPlan plan = plan(batch);
    List<PlannedWrite> writes = plan.writes();
    List<IndexWrite.Outcome> outcomes =
        writer.write(writes.stream().map(PlannedWrite::write).toList());

    List<Fact> facts = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>(plan.rejections());
    List<PlannedWrite> outranked = new ArrayList<>();
    List<PlannedWrite> outrankedPages = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      PlannedWrite write = writes.get(i);
      if (outcomes.get(i) instanceof IndexWrite.Refused(String reason)) {
        rejections.add(Rejections.of(write.cause(), "索引无法收录：" + reason));
      } else if (write.fact() != null) {
        // Outranked too: the batch may have been written before, and its journey not been told.
        facts.add(write.fact());
        if (outcomes.get(i) instanceof IndexWrite.Outranked
            && write.fact().step() == Step.INDEXED) {
          outranked.add(write);
        }
      } else if (outcomes.get(i) instanceof IndexWrite.Outranked
          && write.cause().message() instanceof DocumentPages) {
        outrankedPages.add(write);
      }
    }
    rejections.addAll(secondTexts.among(outranked, plan.erasures()));
    secondPages.among(outrankedPages, plan.erasures());
    refresh.makeVisible(IndexSchema.ARTICLES);
    completion.complete(articles(batch));
    plan.reconsider(records(batch));
    facts.addAll(buryTheDead(plan));
    facts.addAll(plan.facts());
    List<Outbound> outbound = new ArrayList<>(Facts.outbound(facts, Stage.INDEX, clock.instant()));
    outbound.addAll(erase(plan.erasures()));
    return new BatchOutcome(outbound, rejections);
  }

  /// Withdrawn text goes from the dead letters too.
  private List<Outbound> erase(Erasures erasures) throws InterruptedException {
    Set<DocumentId> withdrawn = erasures.withdrawnDocuments();
    return erasures.outbound(withdrawn.isEmpty() ? List.of() : discard.of(withdrawn));
  }

  private static List<String> articles(List<InboundMessage> batch) {
    List<String> ids = new ArrayList<>();
    for (InboundMessage inbound : batch) {
      if (inbound.message() instanceof ArticleEnriched article) {
        ids.add(article.id().value());
      }
    }
    return ids;
  }

  private IndexingPlan plan(List<InboundMessage> batch) throws InterruptedException {
    Map<DocumentId, DocumentRecord> records = records(batch);
    Map<DocumentId, Instant> before = renewals.firstIndexed(batch, records);
    IndexingPlan plan =
        new IndexingPlan(
            records,
            inbound -> {
              @Nullable Instant first = before.get(document(inbound.message(), inbound));
              return first == null ? indexedAt.apply(inbound) : first;
            });
    Set<DocumentId> unrecorded = withdrawnUnrecorded(batch, records);
    if (!unrecorded.isEmpty()) {
      refresh.makeVisible(IndexSchema.ARTICLES);
      alive.of(unrecorded, List.of()).forEach(plan::add);
    }
    for (InboundMessage inbound : batch) {
      switch (inbound.message()) {
        case ArticleEnriched article -> plan.add(article, inbound);
        case DocumentManifest manifest -> plan.add(manifest, inbound);
        case DocumentPages pages -> plan.add(pages, inbound);
        case DocumentWithdrawn withdrawal -> plan.add(withdrawal, inbound);
        default -> throw Rejections.unexpected(inbound);
      }
    }
    return plan;
  }

  /// Documents that are withdrawn whatever their version, while nothing but their articles tells
  /// which that is: the topic's compaction has put the withdrawal in the place of the manifest.
  private static Set<DocumentId> withdrawnUnrecorded(
      List<InboundMessage> batch, Map<DocumentId, DocumentRecord> records) {
    Set<DocumentId> unrecorded = new HashSet<>();
    for (InboundMessage inbound : batch) {
      if (inbound.message() instanceof DocumentWithdrawn withdrawal
          && withdrawal.version() == null
          && !records.containsKey(withdrawal.document())) {
        unrecorded.add(withdrawal.document());
      }
    }
    return unrecorded;
  }

  private Map<DocumentId, DocumentRecord> records(List<InboundMessage> batch) {
    Set<String> ids =
        batch.stream()
            .map(inbound -> document(inbound.message(), inbound).value())
            .collect(Collectors.toSet());
    Map<DocumentId, DocumentRecord> records = HashMap.newHashMap(ids.size());
    for (Stored<DocumentRecord> stored :
        reader.read(IndexSchema.DOCUMENTS, ids, DocumentRecord.class).values()) {
      records.put(stored.value().documentId(), stored.value());
    }
    return records;
  }

  private static DocumentId document(PipelineMessage message, InboundMessage inbound) {
    return switch (message) {
      case ArticleEnriched article -> article.document();
      case DocumentManifest manifest -> manifest.document();
      case DocumentPages pages -> pages.document();
      case DocumentWithdrawn withdrawal -> withdrawal.document();
      default -> throw Rejections.unexpected(inbound);
    };
  }

  /// Looks after the refresh, so that it sees what this batch and all before it have written.
  private List<Fact> buryTheDead(IndexingPlan plan) throws InterruptedException {
    List<IndexWrite> tombstones = new ArrayList<>();
    List<Fact> deaths = new ArrayList<>();
    for (AliveArticle article : alive.of(plan.settled(), plan.standing())) {
      List<IndexWrite> writes = plan.tombstones(article);
      if (!writes.isEmpty()) {
        tombstones.addAll(writes);
        deaths.add(plan.death(article));
      }
    }
    if (!tombstones.isEmpty()) {
      writer.write(tombstones);
      refresh.makeVisible(IndexSchema.ARTICLES);
    }
    return deaths;
  }
}
