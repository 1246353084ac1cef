package io.wenliu.index.journeys;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Version;
import io.wenliu.index.elasticsearch.BulkWriter;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.RefreshGate;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.stage.BatchOutcome;
import io.wenliu.kafka.stage.BatchProcessor;
import io.wenliu.kafka.stage.InboundMessage;
import io.wenliu.kafka.stage.RejectedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Merges what the stages tell into one journey a document version.
///
/// It reads a batch's journeys, merges and writes them on condition that nobody else has meanwhile;
/// where somebody has, it merges again. What is known already is not written.
@Component
class JourneyKeeper implements BatchProcessor {

  private static final int ATTEMPTS = 10;

  private final IndexReader reader;
  private final BulkWriter writer;
  private final RefreshGate refresh;

  JourneyKeeper(IndexReader reader, BulkWriter writer, RefreshGate refresh) {
    this.reader = reader;
    this.writer = writer;
    this.refresh = refresh;
  }

  private record Key(DocumentId document, Version version) {
    String id() {
      return Journey.id(document, version);
    }
  }

  /// @throws ElasticsearchUnavailableException if the batch has to come again
  @Override
  public BatchOutcome process(List<InboundMessage> batch) throws InterruptedException {
    Map<Key, List<JourneyEvent>> open = new LinkedHashMap<>();
    for (InboundMessage inbound : batch) {
      if (!(inbound.message() instanceof JourneyEvent event)) {
        throw new RejectedException("此主题不应出现 " + inbound.message().type().id() + " 类消息");
      }
      Version version = event.version() == null ? new Version(0) : event.version();
      open.computeIfAbsent(new Key(event.document(), version), _ -> new ArrayList<>()).add(event);
    }
    for (int attempt = 0; !open.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new ElasticsearchUnavailableException(
            open.size() + " journeys change faster than they can be merged", null);
      }
      merge(open);
    }
    refresh.makeVisible(IndexSchema.JOURNEYS);
    return BatchOutcome.NOTHING;
  }

  /// Removes those that are done.
  private void merge(Map<Key, List<JourneyEvent>> open) throws InterruptedException {
    Map<String, Stored<Journey>> known =
        reader.read(
            IndexSchema.JOURNEYS, open.keySet().stream().map(Key::id).toList(), Journey.class);
    Map<Key, JourneyFacts> merged = new LinkedHashMap<>();
    open.forEach((key, events) -> {
      JourneyFacts before = facts(known.get(key.id()));
      JourneyFacts after = before;
      for (JourneyEvent event : events) {
        after = after.with(event);
      }
      if (!after.equals(before) || after.needsManifest()) {
        merged.put(key, after);
      }
    });
    addManifests(merged);
    List<Key> keys = List.copyOf(merged.keySet());
    List<IndexWrite.Outcome> outcomes =
        writer.write(
            merged.entrySet().stream()
                .map(entry ->
                    write(entry.getKey(), entry.getValue(), known.get(entry.getKey().id())))
                .toList());
    open.keySet().retainAll(keys);
    for (int i = 0; i < keys.size(); i++) {
      if (!(outcomes.get(i) instanceof IndexWrite.Outranked)) {
        open.remove(keys.get(i));
      }
    }
  }

  private static JourneyFacts facts(@Nullable Stored<Journey> stored) {
    return stored == null ? JourneyFacts.NONE : stored.value().facts();
  }

  private void addManifests(Map<Key, JourneyFacts> journeys) {
    List<String> documents =
        journeys.entrySet().stream()
            .filter(entry -> entry.getValue().needsManifest())
            .map(entry -> entry.getKey().document().value())
            .distinct()
            .toList();
    Map<String, Stored<Manifest>> manifests =
        reader.read(IndexSchema.DOCUMENTS, documents, Manifest.class, "version", "articles");
    Map<Key, JourneyFacts> completed = new HashMap<>();
    journeys.forEach((key, facts) -> {
      Stored<Manifest> manifest = manifests.get(key.document().value());
      if (facts.needsManifest()
          && manifest != null
          && manifest.value().version().equals(key.version())) {
        completed.put(key, facts.withExpected(manifest.value().articles()));
      }
    });
    journeys.putAll(completed);
  }

  private static IndexWrite write(Key key, JourneyFacts facts, @Nullable Stored<Journey> before) {
    IndexWrite.Precondition precondition =
        before == null
            ? new IndexWrite.Absent()
            : new IndexWrite.Unchanged(before.sequenceNumber(), before.primaryTerm());
    byte[] json =
        ContractJson.mapper().writeValueAsBytes(Journey.of(key.document(), key.version(), facts));
    return new IndexWrite(IndexSchema.JOURNEYS, key.id(), precondition, json);
  }

  /// Which articles the version that stands of a document has.
  record Manifest(Version version, List<ArticleId> articles) {}
}
