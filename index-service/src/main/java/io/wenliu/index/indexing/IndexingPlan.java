package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Version;
import io.wenliu.index.elasticsearch.AliveArticles.AliveArticle;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.indexing.DocumentRecord.Replaced;
import io.wenliu.kafka.stage.BatchOutcome.Rejection;
import io.wenliu.kafka.stage.InboundMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a batch of messages changes, worked out from them and from the records of their documents.
///
/// Planning the same batch again, wholly or in part, gives writes that those of the first time
/// outrank. Not thread-safe.
final class IndexingPlan {

  private final Function<InboundMessage, Instant> indexedAt;
  private final Map<DocumentId, DocumentRecord> records;
  private final Map<DocumentId, InboundMessage> changed = new LinkedHashMap<>();
  private final Map<DocumentId, Version> highestArticle = new HashMap<>();
  private final Map<DocumentId, InboundMessage> seen = new HashMap<>();
  private final Map<DocumentId, InboundMessage> settled = new LinkedHashMap<>();
  private final Set<DocumentId> retold = new HashSet<>();
  private final List<PlannedWrite> articles = new ArrayList<>();
  private final PlannedPages pages = new PlannedPages();
  private final Map<ArticleId, Version> alive = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Erasures erasures = new Erasures();

  /// @param records as they stand, of every document of the batch that has one
  /// @param indexedAt what is kept as the time of indexing
  IndexingPlan(
      Map<DocumentId, DocumentRecord> records, Function<InboundMessage, Instant> indexedAt) {
    this.records = new HashMap<>(records);
    this.indexedAt = indexedAt;
  }

  /// Tells of an article that stands already, of a document that has no record.
  void add(AliveArticle article) {
    highestArticle.merge(article.id().document(), article.version(), IndexingPlan::higher);
  }

  /// To be called in the order of the topic.
  void add(ArticleEnriched article, InboundMessage cause) {
    DocumentId document = article.document();
    seen.put(document, cause);
    if (mixesSchemes(document, article.version(), cause)) {
      erasures.late(article.id(), article.version(), cause);
      return;
    }
    highestArticle.merge(document, article.version(), IndexingPlan::higher);
    takeBackLateOnes(document, article.version(), cause);
    @Nullable DocumentRecord record = records.get(document);
    ArticleState state =
        record == null ? ArticleState.ALIVE : record.stateOf(article.id(), article.version());
    if (record == null || state == ArticleState.ALIVE) {
      Fact indexed = new Fact(document, article.version(), article.id(), Step.INDEXED, null);
      articles.add(
          new PlannedWrite(
              DocumentWrites.of(ArticleDocument.of(article, indexedAt.apply(cause))),
              indexed,
              cause));
      alive.merge(article.id(), article.version(), IndexingPlan::higher);
      return;
    }
    erasures.late(article.id(), article.version(), cause);
    Fact dead =
        new Fact(
            document, article.version(), article.id(), step(state), reason(record, article, state));
    Tombstone tombstone =
        tombstone(article.id(), record.tombstoneVersion(article.id()), state, cause);
    articles.add(new PlannedWrite(DocumentWrites.of(tombstone), dead, cause));
    // Its vector may have been faster; words that were never shown are not looked for later.
    articles.add(new PlannedWrite(DocumentWrites.vector(tombstone), null, cause));
  }

  /// Why a late article is dead; null where a newer version is the reason.
  private static @Nullable String reason(
      DocumentRecord record, ArticleEnriched article, ArticleState state) {
    return state == ArticleState.SUPERSEDED && article.version().equals(record.version())
        ? SecondTexts.reason(article.version())
        : record.reason();
  }

  /// To be called in the order of the topic. What is refused of their version is told by the
  /// manifest that follows.
  void add(DocumentPages came, InboundMessage cause) {
    @Nullable DocumentRecord record = records.get(came.document());
    if (record != null
        && (record.isOfOtherScheme(came.version()) || record.outranks(came.version()))) {
      erasures.late(came, cause);
      return;
    }
    pages.add(came, cause);
  }

  /// To be called in the order of the topic.
  void add(DocumentManifest manifest, InboundMessage cause) {
    DocumentId document = manifest.document();
    seen.put(document, cause);
    if (mixesSchemes(document, manifest.version(), cause)) {
      erasures.late(manifest, cause);
      return;
    }
    takeBackLateOnes(document, manifest.version(), cause);
    @Nullable DocumentRecord before = records.get(document);
    settled.put(document, cause);
    int order = before == null ? 1 : manifest.version().compareTo(before.version());
    if (order > 0) {
      change(replacing(DocumentRecord.of(manifest, before), before, Step.SUPERSEDED, null), cause);
    } else if (order == 0) {
      retell(document, cause);
    }
    if (before != null && order <= 0 && before.isWithdrawn()) {
      erasures.pages(document, manifest.version());
      facts.add(new Fact(document, manifest.version(), null, Step.WITHDRAWN, before.reason()));
    } else if (order < 0) {
      facts.add(new Fact(document, manifest.version(), null, Step.SUPERSEDED, null));
      erasures.late(manifest, cause);
    } else {
      if (before != null && order == 0 && !before.articles().equals(manifest.articles())) {
        erasures.restated(before.manifest(manifest), cause);
      }
      facts.add(new Fact(document, manifest.version(), null, Step.INDEXED, null));
    }
  }

  /// To be called in the order of the topic.
  void add(DocumentWithdrawn withdrawal, InboundMessage cause) {
    DocumentId document = withdrawal.document();
    seen.put(document, cause);
    Version named = withdrawal.version();
    if (named != null && mixesSchemes(document, named, cause)) {
      return;
    }
    @Nullable DocumentRecord before = records.get(document);
    settled.put(document, cause);
    if (withdrawal.version() == null
        && before != null
        && before.hasApplied(withdrawal, cause.record().receivedAt())) {
      // A repetition, perhaps after a newer version has revived the document.
      retell(document, cause);
      return;
    }
    Version outranked = outrankedBy(withdrawal, before);
    if (before == null || outranked.compareTo(before.version()) > 0) {
      DocumentRecord after =
          DocumentRecord.of(withdrawal, outranked, cause.record().receivedAt(), before);
      change(replacing(after, before, Step.WITHDRAWN, withdrawal.reason()), cause);
      erasures.withdrawn(document, outranked);
      if (before == null) {
        facts.add(new Fact(document, outranked, null, Step.WITHDRAWN, withdrawal.reason()));
      }
    } else {
      retell(document, cause);
    }
  }

  /// Tells what becomes of the version that stood before, and keeps it for the case that all of
  /// this has to be told again.
  private DocumentRecord replacing(
      DocumentRecord after, @Nullable DocumentRecord before, Step fate, @Nullable String reason) {
    if (before == null) {
      return after;
    }
    List<Replaced> replaced = new ArrayList<>();
    if (changed.containsKey(before.documentId()) || retold.contains(before.documentId())) {
      replaced.addAll(before.replaced());
    }
    if (!before.isWithdrawn() || fate == Step.WITHDRAWN) {
      Replaced last = new Replaced(before.version(), before.articles(), fate, reason);
      tell(before.documentId(), last);
      replaced.add(last);
    }
    return after.replacing(replaced);
  }

  /// The record stands as this message, or one after it, has left it: perhaps in a batch whose
  /// commit failed, so that nobody has heard of what that replaced.
  private void retell(DocumentId document, InboundMessage cause) {
    @Nullable DocumentRecord record = records.get(document);
    if (record != null && !changed.containsKey(document)) {
      retold.add(document);
      pages.hideOlder(record, cause);
      record.replaced().forEach(replaced -> tell(document, replaced));
      if (record.isWithdrawn()) {
        erasures.withdrawn(document, record.version());
        if (record.replaced().isEmpty()) {
          facts.add(new Fact(document, record.version(), null, Step.WITHDRAWN, record.reason()));
        }
      }
    }
  }

  private void tell(DocumentId document, Replaced replaced) {
    facts.add(new Fact(document, replaced.version(), null, replaced.fate(), replaced.reason()));
    if (replaced.fate() == Step.SUPERSEDED) {
      erasures.superseded(document, replaced.version(), replaced.articles());
    } else {
      erasures.texts(document, replaced.version(), replaced.articles());
    }
  }

  /// All revisions of the content that it names, or else of all that stands before it.
  private Version outrankedBy(DocumentWithdrawn withdrawal, @Nullable DocumentRecord before) {
    Version highest = withdrawal.version();
    if (highest == null) {
      highest =
          Stream.of(
                  before == null ? null : before.version(),
                  highestArticle.get(withdrawal.document()))
              .filter(version -> version != null)
              .reduce(new Version(0), IndexingPlan::higher);
    }
    return highest.withRevision(Version.MAX_REVISION);
  }

  /// Refuses what cannot be ordered: a source numbers its versions or dates them, never both.
  private boolean mixesSchemes(DocumentId document, Version version, InboundMessage cause) {
    @Nullable DocumentRecord record = records.get(document);
    if (record == null || !record.isOfOtherScheme(version)) {
      return false;
    }
    rejections.add(
        Rejections.of(
            cause,
            "同一文档的版本不能既用序号又用时间：已有版本 " + record.version().content() + "，新来的是 " + version.content()));
    return true;
  }

  /// A withdrawal of everything overtakes what waits in the backfill lane.
  private void takeBackLateOnes(DocumentId document, Version version, InboundMessage cause) {
    @Nullable DocumentRecord record = records.get(document);
    if (record != null
        && Lane.of(cause.record().topic()) == Lane.BACKFILL
        && version.compareTo(record.version()) > 0
        && record.takesBack(cause.record().receivedAt())) {
      change(record.outranking(version.withRevision(Version.MAX_REVISION)), cause);
    }
  }

  /// What the other lane has made of the documents while this batch was written: it counts from
  /// here on, and what it leaves dead is looked for.
  ///
  /// @param current the records as they are now
  void reconsider(Map<DocumentId, DocumentRecord> current) {
    current.forEach((document, record) -> {
      @Nullable DocumentRecord planned = records.get(document);
      int order = planned == null ? 1 : record.version().compareTo(planned.version());
      if (order >= 0) {
        // At the same version too: the other lane may have been told of other articles, and first.
        records.put(document, record);
      }
      if (order > 0) {
        @Nullable InboundMessage cause = seen.get(document);
        if (cause != null) {
          settled.putIfAbsent(document, cause);
        }
        if (planned != null && changed.containsKey(document) && !planned.isWithdrawn()) {
          Step step = record.isWithdrawn() ? Step.WITHDRAWN : Step.SUPERSEDED;
          facts.add(new Fact(document, planned.version(), null, step, record.reason()));
          erasures.texts(document, planned.version(), planned.articles());
        }
      }
    });
  }

  /// What can never be indexed.
  List<Rejection> rejections() {
    return rejections;
  }

  /// What has to be erased elsewhere.
  Erasures erasures() {
    return erasures;
  }

  private void change(DocumentRecord record, InboundMessage cause) {
    records.put(record.documentId(), record);
    changed.put(record.documentId(), cause);
    pages.hideOlder(record, cause);
  }

  /// Articles and pages first, then the records of their documents, of each the last one only.
  List<PlannedWrite> writes() {
    List<PlannedWrite> writes = new ArrayList<>(articles);
    writes.addAll(pages.writes());
    changed.forEach((document, cause) -> {
      @Nullable DocumentRecord record = records.get(document);
      if (record != null) {
        writes.add(new PlannedWrite(DocumentWrites.of(record), null, cause));
      }
    });
    return writes;
  }

  /// What the journeys of whole documents are told: of the version that stands, its articles too.
  List<Fact> facts() {
    return facts.stream()
        .map(fact -> {
          @Nullable DocumentRecord record = records.get(fact.document());
          return record != null
                  && fact.step() == Step.INDEXED
                  && record.version().equals(fact.version())
              ? fact.listing(record.articles())
              : fact;
        })
        .toList();
  }

  /// Documents that a manifest or a withdrawal has been seen of: what of them is alive and older
  /// has to go.
  Set<DocumentId> settled() {
    return settled.keySet();
  }

  /// Articles that this batch has made searchable, at the version that stands of their document:
  /// none of them has to go.
  Set<ArticleId> standing() {
    Set<ArticleId> standing = new HashSet<>();
    alive.forEach((article, version) -> {
      @Nullable DocumentRecord record = records.get(article.document());
      if (record != null
          && record.version().equals(version)
          && record.stateOf(article, version) == ArticleState.ALIVE) {
        standing.add(article);
      }
    });
    return standing;
  }

  /// Tombstones over an article that searches still show.
  ///
  /// @return none if it may stay
  List<IndexWrite> tombstones(AliveArticle article) {
    @Nullable DocumentRecord record = records.get(article.id().document());
    if (record == null) {
      return List.of();
    }
    ArticleState state = record.stateOf(article.id(), article.version());
    Version version = record.tombstoneVersion(article.id());
    if (state == ArticleState.ALIVE || version.compareTo(article.version()) <= 0) {
      return List.of();
    }
    @Nullable InboundMessage cause = settled.get(article.id().document());
    if (cause == null) {
      return List.of();
    }
    erasures.article(article.id(), article.version());
    Tombstone tombstone = tombstone(article.id(), version, state, cause);
    return List.of(DocumentWrites.of(tombstone), DocumentWrites.vector(tombstone));
  }

  /// What the journey is told of it.
  Fact death(AliveArticle article) {
    DocumentId document = article.id().document();
    @Nullable DocumentRecord record = records.get(document);
    boolean withdrawn = record != null && record.isWithdrawn();
    return new Fact(
        document,
        article.version(),
        article.id(),
        withdrawn ? Step.WITHDRAWN : Step.SUPERSEDED,
        record == null ? null : record.reason());
  }

  private Tombstone tombstone(
      ArticleId id, Version version, ArticleState state, InboundMessage cause) {
    return new Tombstone(id, id.document(), version, state, indexedAt.apply(cause));
  }

  private static Step step(ArticleState state) {
    return state == ArticleState.WITHDRAWN ? Step.WITHDRAWN : Step.SUPERSEDED;
  }

  private static Version higher(Version a, Version b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
