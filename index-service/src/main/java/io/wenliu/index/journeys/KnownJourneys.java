package io.wenliu.index.journeys;

import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The journeys that were read or written last, so that the next word of one need not read it
/// again.
///
/// What it remembers may be out of date where another instance has written since: whoever writes
/// over it does so on condition that it is not. Not thread-safe.
final class KnownJourneys {

  /// A journey is written over within seconds, or hours later. Some 20 MB.
  private static final int REMEMBERED = 10_000;

  private final IndexReader reader;
  private final Map<String, Stored<JourneyFacts>> journeys =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stored<JourneyFacts>> eldest) {
          return size() > REMEMBERED;
        }
      };

  KnownJourneys(IndexReader reader) {
    this.reader = reader;
  }

  /// Reads those that are not remembered.
  ///
  /// @throws ElasticsearchUnavailableException if they cannot be read now
  void read(Collection<String> ids) {
    List<String> unknown = ids.stream().filter(id -> !journeys.containsKey(id)).toList();
    reader
        .read(IndexSchema.JOURNEYS, unknown, Journey.class)
        .forEach(
            (id, stored) -> journeys.put(id, new Stored<>(stored.value().facts(), stored.as())));
  }

  JourneyFacts facts(String id) {
    Stored<JourneyFacts> known = journeys.get(id);
    return known == null ? JourneyFacts.NONE : known.value();
  }

  /// When these facts may be written over.
  IndexWrite.Precondition precondition(String id) {
    Stored<JourneyFacts> known = journeys.get(id);
    return known == null ? new IndexWrite.Absent() : known.as();
  }

  void written(String id, JourneyFacts facts, IndexWrite.Unchanged as) {
    journeys.put(id, new Stored<>(facts, as));
  }

  /// To be called for what is about to be written: until the answer is there, nobody knows what
  /// stands in the index.
  void forget(Collection<String> ids) {
    journeys.keySet().removeAll(ids);
  }
}
