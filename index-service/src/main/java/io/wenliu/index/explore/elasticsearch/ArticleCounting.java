package io.wenliu.index.explore.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.search.DateRange;
import io.wenliu.index.search.SearchSettings;
import io.wenliu.index.search.elasticsearch.ArticleQuery;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Asks for counts over the articles; only those that a search would show.
@Component
class ArticleCounting {

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final String timeout;

  ArticleCounting(ElasticsearchClient client, IndexNames names, SearchSettings settings) {
    this.client = client;
    this.names = names;
    this.timeout = settings.timeout().toMillis() + "ms";
  }

  /// The articles of these days.
  static Query on(DateRange days) {
    return Query.of(q ->
        q.bool(
            ArticleQuery.hardConditions(io.wenliu.index.search.SearchRequest.publishedOn(days))
                .build()));
  }

  /// @param asking adds what is to be counted
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  SearchResponse<Void> ask(Query query, UnaryOperator<SearchRequest.Builder> asking) {
    try {
      return client.search(
          request ->
              asking.apply(
                  request
                      .index(names.toRead(IndexSchema.ARTICLES))
                      .query(query)
                      .size(0)
                      .source(source -> source.fetch(false))
                      .trackTotalHits(total -> total.enabled(true))
                      .timeout(timeout)),
          Void.class);
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("articles cannot be counted", e);
    }
  }
}
