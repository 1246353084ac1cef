package io.wenliu.index.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.elasticsearch.SearchTrouble;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.search.FacetField;
import io.wenliu.index.search.RankedArticle;
import io.wenliu.index.search.SearchRequest;
import io.wenliu.index.search.SearchSettings;
import io.wenliu.index.search.WordHits;
import io.wenliu.index.search.WordHits.Count;
import io.wenliu.index.search.WordHits.Month;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Ranks articles by their words and counts their facets.
@Component
public class WordSearch {

  private static final String HISTOGRAM = "histogram";
  private static final int FACET_VALUES = 12;

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final String timeout;

  WordSearch(ElasticsearchClient client, IndexNames names, SearchSettings settings) {
    this.client = client;
    this.names = names;
    this.timeout = settings.timeout().toMillis() + "ms";
  }

  /// @param window how many of the ranking are needed, the first at the cursor where the order is
  ///   by date, at the top of all where it is by relevance
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public WordHits search(SearchRequest search, int window) {
    try {
      return hits(
          Rankings.ask(
              client,
              request -> {
                request
                    .index(names.toRead(IndexSchema.ARTICLES))
                    .query(ArticleQuery.ranked(search))
                    .size(window)
                    .trackTotalHits(total -> total.enabled(true))
                    .timeout(timeout);
                if (search.sort() == SearchRequest.Sort.NEWEST) {
                  sortByDate(request, search.cursor().after());
                }
                if (search.facets()) {
                  addFacets(request);
                }
                return request;
              }));
    } catch (IOException | ElasticsearchException e) {
      throw SearchTrouble.of("the words cannot be searched", e, search.cursor().after());
    }
  }

  /// What has at least one of the words, best first.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<RankedArticle> someWords(SearchRequest search, int count) {
    return ranking(ArticleQuery.someWords(search), count, "the words cannot be searched");
  }

  /// Which of these articles a search may show, by the same conditions; it need not have the words,
  /// but scores by those that it has.
  ///
  /// @param byWords whether to find out too which of them the search finds by words
  /// @return in no order
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<RankedArticle> confirm(
      SearchRequest search, Collection<String> ids, boolean byWords) {
    if (ids.isEmpty()) {
      return List.of();
    }
    BoolQuery.Builder these =
        ArticleQuery.hardConditions(search)
            .filter(f -> f.ids(i -> i.values(List.copyOf(ids))))
            .should(ArticleQuery.eachWord(search));
    if (byWords) {
      these.should(ArticleQuery.byWords(search));
    }
    return ranking(
        Query.of(q -> q.bool(these.build())), ids.size(), "articles cannot be confirmed");
  }

  /// Articles that share an article's telling words, without itself.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<RankedArticle> like(String article, int count) {
    String index = names.toRead(IndexSchema.ARTICLES);
    Query like =
        Query.of(q ->
            q.bool(b ->
                b.filter(f -> f.term(t -> t.field("state").value("alive")))
                    .must(m ->
                        m.moreLikeThis(more ->
                            more.fields("enrichment.headlineWords", "enrichment.paragraphWords")
                                .like(l -> l.document(d -> d.index(index).id(article)))
                                .minTermFreq(1)
                                .minDocFreq(1)
                                .maxQueryTerms(25)
                                .minimumShouldMatch("30%")))));
    return ranking(like, count, "like articles cannot be looked for");
  }

  private List<RankedArticle> ranking(Query query, int count, String failure) {
    try {
      return Rankings.ask(
              client,
              request ->
                  request
                      .index(names.toRead(IndexSchema.ARTICLES))
                      .query(query)
                      .size(count)
                      .trackTotalHits(total -> total.enabled(false))
                      .timeout(timeout))
          .ranking();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException(failure, e);
    }
  }

  private static void sortByDate(
      co.elastic.clients.elasticsearch.core.SearchRequest.Builder request, List<String> after) {
    request.sort(s -> s.field(f -> f.field("newest").order(SortOrder.Desc)));
    request.sort(s -> s.field(f -> f.field("receivedAt").order(SortOrder.Desc)));
    request.sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
    if (!after.isEmpty()) {
      request.searchAfter(after.stream().map(FieldValue::of).toList());
    }
  }

  private static void addFacets(
      co.elastic.clients.elasticsearch.core.SearchRequest.Builder request) {
    for (FacetField field : FacetField.values()) {
      request.aggregations(
          field.id(),
          a -> a.terms(t -> t.field(field.indexFields().getFirst()).size(FACET_VALUES)));
    }
    request.aggregations(
        HISTOGRAM,
        a ->
            a.dateHistogram(h ->
                h.field("published")
                    .calendarInterval(CalendarInterval.Month)
                    .format("yyyy-MM")
                    .minDocCount(1)));
  }

  private static WordHits hits(RankingAnswer answer) {
    Map<FacetField, List<Count>> facets = new EnumMap<>(FacetField.class);
    if (answer.aggregations() != null) {
      for (FacetField field : FacetField.values()) {
        facets.put(
            field,
            answer.buckets(field.id()).stream()
                .map(bucket -> new Count(bucket.text(), bucket.count()))
                .toList());
      }
    }
    List<Month> histogram =
        answer.buckets(HISTOGRAM).stream()
            .map(bucket -> new Month(bucket.text(), bucket.count()))
            .toList();
    return new WordHits(answer.total(), answer.ranking(), facets, histogram, !answer.timedOut());
  }
}
