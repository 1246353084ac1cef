package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads documents by their ids as they were written last, whether searches see them yet or not.
@Component
public class IndexReader {

  private final ElasticsearchClient client;
  private final IndexNames names;

  IndexReader(ElasticsearchClient client, IndexNames names) {
    this.client = client;
    this.names = names;
  }

  /// One request for all.
  ///
  /// @param fields of the documents that are needed; empty for all
  /// @return those that exist, by id
  /// @throws ElasticsearchUnavailableException if they cannot be read now
  public <T> Map<String, Stored<T>> read(
      IndexSchema schema, Collection<String> ids, Class<T> type, String... fields) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    try {
      MgetResponse<T> response =
          client.mget(
              request -> {
                request.index(names.toWrite(schema)).ids(List.copyOf(ids));
                if (fields.length > 0) {
                  request.sourceIncludes(List.of(fields));
                }
                return request;
              },
              type);
      Map<String, Stored<T>> found = HashMap.newHashMap(ids.size());
      for (MultiGetResponseItem<T> item : response.docs()) {
        if (item.isFailure()) {
          throw new ElasticsearchUnavailableException(
              "reading of " + schema + " failed: " + item.failure().error().reason(), null);
        }
        GetResult<T> result = item.result();
        T source = result.source();
        Long sequenceNumber = result.seqNo();
        Long primaryTerm = result.primaryTerm();
        if (result.found() && source != null && sequenceNumber != null && primaryTerm != null) {
          found.put(
              result.id(),
              new Stored<>(source, new IndexWrite.Unchanged(sequenceNumber, primaryTerm)));
        }
      }
      return found;
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("reading of " + schema + " failed", e);
    }
  }

  /// One document.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be read now
  public <T> Optional<T> read(IndexSchema schema, String id, Class<T> type) {
    Stored<T> stored = read(schema, List.of(id), type).get(id);
    return stored == null ? Optional.empty() : Optional.of(stored.value());
  }
}
