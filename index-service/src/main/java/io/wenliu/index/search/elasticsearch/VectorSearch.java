package io.wenliu.index.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.search.RankedArticle;
import io.wenliu.index.search.SearchRequest;
import io.wenliu.index.search.SearchSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Ranks articles by how near their meaning is.
@Component
public class VectorSearch {

  private static final int CANDIDATES_PER_HIT = 2;

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final SearchSettings settings;

  VectorSearch(ElasticsearchClient client, IndexNames names, SearchSettings settings) {
    this.client = client;
    this.names = names;
    this.settings = settings;
  }

  /// Hits are candidates only: the words index has the last word on whether they live.
  ///
  /// @param model whose vectors compare with this one
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<RankedArticle> search(SearchRequest search, String model, float[] vector) {
    List<Query> filters = new ArrayList<>(ArticleQuery.vectorFilters(search));
    filters.add(Query.of(q -> q.term(t -> t.field("model").value(model))));
    List<RankedArticle> nearest = nearest(vector, filters, settings.vectorCandidates());
    if (nearest.isEmpty()) {
      return nearest;
    }
    // Elasticsearch's score of a cosine c is (1 + c) / 2.
    double least = nearest.getFirst().score() - settings.vectorSpread() / 2;
    return nearest.stream().filter(hit -> hit.score() >= least).toList();
  }

  /// What is nearest to an article, without itself.
  ///
  /// @return empty while it has no vector
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<RankedArticle> near(String article, int count) {
    try {
      SearchResponse<Void> response =
          client.search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.VECTORS))
                      .query(q ->
                          q.bool(b ->
                              b.filter(f -> f.ids(i -> i.values(article)))
                                  .filter(f -> f.exists(e -> e.field("vector")))))
                      .source(source -> source.fetch(false))
                      .fields(f -> f.field("vector"))
                      .fields(f -> f.field("model"))
                      .size(1),
              Void.class);
      for (Hit<Void> hit : response.hits().hits()) {
        JsonData vector = hit.fields().get("vector");
        JsonData model = hit.fields().get("model");
        if (vector != null && model != null) {
          List<Query> filters = new ArrayList<>();
          filters.add(
              Query.of(q -> q.term(t -> t.field("model").value(model.to(String[].class)[0]))));
          filters.add(Query.of(q -> q.bool(b -> b.mustNot(n -> n.ids(i -> i.values(article))))));
          return nearest(vector.to(float[].class), filters, count);
        }
      }
      return List.of();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("the vectors cannot be searched", e);
    }
  }

  private List<RankedArticle> nearest(float[] vector, List<Query> filters, int count) {
    List<Float> values = new ArrayList<>(vector.length);
    for (float value : vector) {
      values.add(value);
    }
    try {
      return Rankings.ask(
              client,
              request ->
                  request
                      .index(names.toRead(IndexSchema.VECTORS))
                      .knn(knn ->
                          knn.field("vector")
                              .queryVector(values)
                              .k(count)
                              .numCandidates(count * CANDIDATES_PER_HIT)
                              .similarity((float) settings.vectorSimilarity())
                              .filter(filters))
                      .size(count)
                      .timeout(settings.timeout().toMillis() + "ms"))
          .ranking();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("the vectors cannot be searched", e);
    }
  }
}
