package io.wenliu.index.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.formats.PublishedArticle;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.search.SearchRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Walks through everything that a search matches by its words, however much it is.
@Component
public class ArticleScan {

  private static final Logger log = LoggerFactory.getLogger(ArticleScan.class);

  /// Between two pages: a slow reader holds the walk up for so long at most.
  private static final Time KEEP_ALIVE = Time.of(t -> t.time("5m"));

  private static final String[] FIELDS = {
    "id", "documentId", "version", "source", "receivedAt", "indexedAt", "article", "enrichment"
  };

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final Clock clock;

  ArticleScan(ElasticsearchClient client, IndexNames names, Clock clock) {
    this.client = client;
    this.names = names;
    this.clock = clock;
  }

  /// Begins a walk over the articles as they stand now; what changes afterwards does not show.
  ///
  /// @param pageSize bounds the memory that the walk takes
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Walk open(SearchRequest search, int pageSize) {
    try {
      String id =
          client
              .openPointInTime(request ->
                  request.index(names.toRead(IndexSchema.ARTICLES)).keepAlive(KEEP_ALIVE))
              .id();
      return new Walk(search, pageSize, id);
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("articles cannot be walked through", e);
    }
  }

  /// One walk; to be closed. Not thread-safe.
  public final class Walk implements AutoCloseable {
    private final SearchRequest search;
    private final Query query;
    private final int pageSize;
    private String pointInTime;
    private List<FieldValue> after = List.of();
    private boolean ended;

    private Walk(SearchRequest search, int pageSize, String pointInTime) {
      this.search = search;
      // One "now" for all pages: a page begins after the score of the last one's end.
      this.query = ArticleQuery.ranked(search, clock.instant());
      this.pageSize = pageSize;
      this.pointInTime = pointInTime;
    }

    /// @return the next articles; none at the end
    /// @throws ElasticsearchUnavailableException if it cannot be asked now
    public List<PublishedArticle> next() {
      if (ended) {
        return List.of();
      }
      try {
        // Without a timeout: a page that is cut would look like the last.
        SearchResponse<PublishedArticle> response =
            client.search(
                request -> {
                  request
                      .pit(p -> p.id(pointInTime).keepAlive(KEEP_ALIVE))
                      .query(query)
                      .size(pageSize)
                      .source(s -> s.filter(f -> f.includes(List.of(FIELDS))))
                      .trackTotalHits(total -> total.enabled(false));
                  if (search.sort() == SearchRequest.Sort.NEWEST) {
                    request.sort(s -> s.field(f -> f.field("newest").order(SortOrder.Desc)));
                  } else {
                    request.sort(s -> s.score(score -> score.order(SortOrder.Desc)));
                  }
                  if (!after.isEmpty()) {
                    request.searchAfter(after);
                  }
                  return request;
                },
                PublishedArticle.class);
        String moved = response.pitId();
        pointInTime = moved == null ? pointInTime : moved;
        var hits = response.hits().hits();
        ended = hits.size() < pageSize;
        if (!hits.isEmpty()) {
          after = hits.getLast().sort();
        }
        return hits.stream().map(hit -> hit.source()).filter(Objects::nonNull).toList();
      } catch (IOException | ElasticsearchException e) {
        throw new ElasticsearchUnavailableException("articles cannot be walked through", e);
      }
    }

    @Override
    public void close() {
      try {
        client.closePointInTime(request -> request.id(pointInTime));
      } catch (IOException | ElasticsearchException e) {
        // It ends by itself after a while.
        log.debug("A point in time stays open: {}", e.toString());
      }
    }
  }
}
