package io.wenliu.index.journeys;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.JourneyEvent.Step;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Merges what the stages tell into one journey a document version.
///
/// It merges a batch's events into the journeys as it wrote or read them last, and writes on
/// condition that nobody else has meanwhile; where somebody has, it reads and merges again. What is
/// known already is not written.
///
/// After a batch it rests, the longer the more there was to do: under load the stages' words of a
/// journey come together then and are one write, while a lone document's are told at once.
@Component
class JourneyKeeper implements BatchProcessor {

  private static final int ATTEMPTS = 10;
  private static final Duration REST_PER_EVENT = Duration.ofMillis(1);

  private final IndexReader reader;
  private final BulkWriter writer;
  private final RefreshGate refresh;
  private final Duration longestRest;
  private final KnownJourneys known;

  JourneyKeeper(
      IndexReader reader, BulkWriter writer, RefreshGate refresh, JourneySettings settings) {
    this.reader = reader;
    this.writer = writer;
    this.refresh = refresh;
    this.longestRest = settings.longestRest();
    this.known = new KnownJourneys(reader);
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
    // What begins a journey tells that there is none to be read, or else the write finds out.
    known.read(ids(open.entrySet().stream().filter(journey -> !begins(journey.getValue()))));
    merge(open);
    for (int attempt = 1; !open.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new ElasticsearchUnavailableException(
            open.size() + " journeys change faster than they can be merged", null);
      }
      known.read(ids(open.entrySet().stream()));
      merge(open);
    }
    refresh.makeVisible(IndexSchema.JOURNEYS);
    Duration rest = REST_PER_EVENT.multipliedBy(batch.size());
    Thread.sleep(rest.compareTo(longestRest) < 0 ? rest : longestRest);
    return BatchOutcome.NOTHING;
  }

  private static List<String> ids(Stream<Map.Entry<Key, List<JourneyEvent>>> journeys) {
    return journeys.map(journey -> journey.getKey().id()).toList();
  }

  private static boolean begins(List<JourneyEvent> events) {
    return events.stream().anyMatch(event -> event.step() == Step.RECEIVED);
  }

  /// Removes those that are done.
  private void merge(Map<Key, List<JourneyEvent>> open) throws InterruptedException {
    Map<Key, JourneyFacts> merged = new LinkedHashMap<>();
    open.forEach((key, events) -> {
      JourneyFacts before = known.facts(key.id());
      JourneyFacts after = before;
      for (JourneyEvent event : events) {
        after = after.with(event);
      }
      if (!after.equals(before) || after.needsManifest()) {
        merged.put(key, after);
      }
    });
    addManifests(merged);
    open.keySet().retainAll(merged.keySet());
    List<IndexWrite> writes = new ArrayList<>();
    merged.forEach((key, facts) -> writes.add(write(key, facts)));
    known.forget(writes.stream().map(IndexWrite::id).toList());
    Iterator<IndexWrite.Outcome> outcomes = writer.write(writes).iterator();
    merged.forEach((key, facts) -> {
      switch (outcomes.next()) {
        case IndexWrite.Written(IndexWrite.Unchanged as) -> {
          known.written(key.id(), facts, as);
          open.remove(key);
        }
        case IndexWrite.Refused _ -> open.remove(key);
        case IndexWrite.Outranked _ -> {
          // Somebody else has written it: it is read and merged again.
        }
      }
    });
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

  private IndexWrite write(Key key, JourneyFacts facts) {
    byte[] json =
        ContractJson.mapper().writeValueAsBytes(Journey.of(key.document(), key.version(), facts));
    return new IndexWrite(IndexSchema.JOURNEYS, key.id(), known.precondition(key.id()), json);
  }

  /// Which articles the version that stands of a document has.
  record Manifest(Version version, List<ArticleId> articles) {}
}
