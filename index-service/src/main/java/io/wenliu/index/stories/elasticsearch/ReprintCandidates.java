package io.wenliu.index.stories.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.stories.PrintedArticle;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Finds articles that share sampled passages with one.
@Component
public class ReprintCandidates {

  /// More of them would not make a query better, only slower.
  private static final int MOST_FINGERPRINTS = 64;

  private static final int MOST_CANDIDATES = 50;

  private final ElasticsearchClient client;
  private final IndexNames names;

  ReprintCandidates(ElasticsearchClient client, IndexNames names) {
    this.client = client;
    this.names = names;
  }

  /// @param fingerprints as the index keeps them
  /// @return those that share most first, without the article itself
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<PrintedArticle> of(String article, List<String> fingerprints) {
    if (fingerprints.isEmpty()) {
      return List.of();
    }
    List<Query> shared =
        fingerprints.stream()
            .limit(MOST_FINGERPRINTS)
            .map(fingerprint ->
                Query.of(q ->
                    q.constantScore(c ->
                        c.filter(f -> f.term(t -> t.field("fingerprints").value(fingerprint))))))
            .toList();
    try {
      // Without a timeout: all printings of a story have to name it alike.
      SearchResponse<PrintedArticle> response =
          client.search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.ARTICLES))
                      .query(q ->
                          q.bool(b ->
                              b.should(shared)
                                  .minimumShouldMatch("1")
                                  .filter(f -> f.term(t -> t.field("state").value("alive")))
                                  .mustNot(n -> n.ids(i -> i.values(article)))))
                      .source(s -> s.filter(f -> f.includes(PrintedArticle.FIELDS)))
                      .trackTotalHits(total -> total.enabled(false))
                      .size(MOST_CANDIDATES),
              PrintedArticle.class);
      return response.hits().hits().stream().map(Hit::source).filter(Objects::nonNull).toList();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("reprints cannot be looked for", e);
    }
  }
}
