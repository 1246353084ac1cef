package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Version;
import io.wenliu.index.elasticsearch.BulkWriter;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.RefreshGate;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.elasticsearch.StoredVectors;
import io.wenliu.index.elasticsearch.StoredVectors.StoredVector;
import io.wenliu.index.schema.IndexSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives vectors that came before their words what searches filter by.
///
/// Words and vectors are each written first and looked for on the other side then, so whichever
/// comes second sees the first. Thread-safe.
@Component
class VectorCompletion {

  private final IndexReader reader;
  private final BulkWriter writer;
  private final RefreshGate refresh;
  private final StoredVectors vectors;

  VectorCompletion(
      IndexReader reader, BulkWriter writer, RefreshGate refresh, StoredVectors vectors) {
    this.reader = reader;
    this.writer = writer;
    this.refresh = refresh;
    this.vectors = vectors;
  }

  /// What tells a vector that still lacks them: every article has a source.
  private record VectorState(Version version, String state, @Nullable String source) {
    private static final String[] FIELDS = {"version", "state", "source"};

    boolean lacksFacets() {
      return state.equals(ArticleState.ALIVE.id()) && source == null;
    }
  }

  /// Completes those of these articles' vectors whose words are there at the same version.
  ///
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if that cannot be done
  ///   now
  void complete(Collection<String> articles) throws InterruptedException {
    List<String> lacking =
        reader
            .read(IndexSchema.VECTORS, articles, VectorState.class, VectorState.FIELDS)
            .entrySet()
            .stream()
            .filter(entry -> entry.getValue().value().lacksFacets())
            .map(Map.Entry::getKey)
            .toList();
    if (lacking.isEmpty()) {
      return;
    }
    Map<String, Stored<ArticleFacets>> words =
        reader.read(IndexSchema.ARTICLES, lacking, ArticleFacets.class, ArticleFacets.FIELDS);
    refresh.makeVisible(IndexSchema.VECTORS);
    List<IndexWrite> writes = new ArrayList<>();
    for (StoredVector vector : vectors.read(lacking)) {
      Stored<ArticleFacets> facets = words.get(vector.id());
      Version version = new Version(vector.version());
      if (facets != null && facets.value().speaksFor(version)) {
        VectorDocument document =
            VectorDocument.of(
                new ArticleId(vector.id()),
                version,
                vector.model(),
                vector.values(),
                facets.value());
        writes.add(
            IndexWrite.completing(
                IndexSchema.VECTORS,
                vector.id(),
                vector.version(),
                ContractJson.mapper().writeValueAsBytes(document)));
      }
    }
    if (!writes.isEmpty()) {
      writer.write(writes);
      refresh.makeVisible(IndexSchema.VECTORS);
    }
  }
}
