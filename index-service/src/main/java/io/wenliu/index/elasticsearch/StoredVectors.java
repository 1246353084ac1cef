package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads vectors back; the index keeps them apart from the documents.
@Component
public class StoredVectors {

  private final ElasticsearchClient client;
  private final IndexNames names;

  StoredVectors(ElasticsearchClient client, IndexNames names) {
    this.client = client;
    this.names = names;
  }

  /// A vector that searches see.
  ///
  /// @param version of the article that it was made from
  @SuppressWarnings("ArrayRecordComponent") // it is written on and never compared
  public record StoredVector(String id, long version, String model, float[] values) {}

  /// One request.
  ///
  /// @return those that searches see
  /// @throws ElasticsearchUnavailableException if they cannot be read now
  public List<StoredVector> read(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    try {
      SearchResponse<Void> response =
          client.search(
              request ->
                  request
                      .index(names.toWrite(IndexSchema.VECTORS))
                      .query(q ->
                          q.bool(b ->
                              b.filter(f -> f.ids(i -> i.values(List.copyOf(ids))))
                                  .filter(f -> f.exists(e -> e.field("vector")))))
                      .source(source -> source.fetch(false))
                      .fields(f -> f.field("vector"))
                      .fields(f -> f.field("model"))
                      .version(true)
                      .size(ids.size()),
              Void.class);
      List<StoredVector> found = new ArrayList<>();
      for (Hit<Void> hit : response.hits().hits()) {
        JsonData vector = hit.fields().get("vector");
        JsonData model = hit.fields().get("model");
        String id = hit.id();
        Long version = hit.version();
        if (vector != null && model != null && id != null && version != null) {
          found.add(
              new StoredVector(id, version, model.to(String[].class)[0], vector.to(float[].class)));
        }
      }
      return found;
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("vectors cannot be read", e);
    }
  }
}
