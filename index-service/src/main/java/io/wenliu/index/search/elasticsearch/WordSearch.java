package io.wenliu.index.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Ranks articles by their words and counts their facets.
@Component
public class WordSearch {

  private static final String HISTOGRAM = "histogram";
  private static final String FINGERPRINTS = "fingerprints";
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
      SearchResponse<Void> response =
          client.search(
              request -> {
                request
                    .index(names.toRead(IndexSchema.ARTICLES))
                    .query(ArticleQuery.ranked(search))
                    .size(window)
                    .source(source -> source.fetch(false))
                    .docvalueFields(f -> f.field(FINGERPRINTS))
                    .version(true)
                    .trackTotalHits(total -> total.enabled(true))
                    .timeout(timeout);
                if (search.sort() == SearchRequest.Sort.NEWEST) {
                  sortByDate(request, search.cursor().after());
                }
                if (search.facets()) {
                  addFacets(request);
                }
                return request;
              },
              Void.class);
      return hits(response);
    } catch (IOException | ElasticsearchException e) {
      throw SearchTrouble.of("the words cannot be searched", e, search.cursor().after());
    }
  }

  /// What has at least one of the words, best first.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<RankedArticle> someWords(SearchRequest search, int count) {
    try {
      SearchResponse<Void> response =
          client.search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.ARTICLES))
                      .query(ArticleQuery.someWords(search))
                      .size(count)
                      .source(source -> source.fetch(false))
                      .docvalueFields(f -> f.field(FINGERPRINTS))
                      .version(true)
                      .trackTotalHits(total -> total.enabled(false))
                      .timeout(timeout),
              Void.class);
      return response.hits().hits().stream().map(WordSearch::ranked).toList();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("the words cannot be searched", e);
    }
  }

  /// Which of these articles a search may show, by the same conditions but without its words.
  ///
  /// @return in no order
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<RankedArticle> confirm(SearchRequest search, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    try {
      SearchResponse<Void> response =
          client.search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.ARTICLES))
                      .query(q ->
                          q.bool(
                              ArticleQuery.hardConditions(search)
                                  .filter(f -> f.ids(i -> i.values(List.copyOf(ids))))
                                  .build()))
                      .size(ids.size())
                      .source(source -> source.fetch(false))
                      .docvalueFields(f -> f.field(FINGERPRINTS))
                      .version(true)
                      .trackTotalHits(total -> total.enabled(false))
                      .timeout(timeout),
              Void.class);
      return response.hits().hits().stream().map(WordSearch::ranked).toList();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("articles cannot be confirmed", e);
    }
  }

  /// Articles that share an article's telling words, without itself.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<RankedArticle> like(String article, int count) {
    String index = names.toRead(IndexSchema.ARTICLES);
    try {
      SearchResponse<Void> response =
          client.search(
              request ->
                  request
                      .index(index)
                      .query(q ->
                          q.bool(b ->
                              b.filter(f -> f.term(t -> t.field("state").value("alive")))
                                  .must(m ->
                                      m.moreLikeThis(more ->
                                          more.fields(
                                                  "enrichment.headlineWords",
                                                  "enrichment.paragraphWords")
                                              .like(
                                                  l -> l.document(d -> d.index(index).id(article)))
                                              .minTermFreq(1)
                                              .minDocFreq(1)
                                              .maxQueryTerms(25)
                                              .minimumShouldMatch("30%")))))
                      .size(count)
                      .source(source -> source.fetch(false))
                      .docvalueFields(f -> f.field(FINGERPRINTS))
                      .version(true)
                      .trackTotalHits(total -> total.enabled(false))
                      .timeout(timeout),
              Void.class);
      return response.hits().hits().stream().map(WordSearch::ranked).toList();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("like articles cannot be looked for", e);
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

  private static WordHits hits(SearchResponse<Void> response) {
    List<RankedArticle> ranking = response.hits().hits().stream().map(WordSearch::ranked).toList();
    var total = response.hits().total();
    Map<String, Aggregate> aggregations = response.aggregations();
    Map<FacetField, List<Count>> facets = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      @Nullable Aggregate terms = aggregations.get(field.id());
      if (terms != null) {
        facets.put(
            field,
            terms.sterms().buckets().array().stream()
                .map(bucket -> new Count(bucket.key().stringValue(), bucket.docCount()))
                .toList());
      }
    }
    @Nullable Aggregate months = aggregations.get(HISTOGRAM);
    List<Month> histogram =
        months == null
            ? List.of()
            : months.dateHistogram().buckets().array().stream()
                .map(bucket -> new Month(String.valueOf(bucket.keyAsString()), bucket.docCount()))
                .toList();
    return new WordHits(
        total == null ? 0 : total.value(), ranking, facets, histogram, !response.timedOut());
  }

  /// What a hit without its source tells.
  public static RankedArticle ranked(Hit<Void> hit) {
    Long version = hit.version();
    Double score = hit.score();
    return new RankedArticle(
        String.valueOf(hit.id()),
        version == null ? -1 : version,
        score == null ? 0 : score,
        hit.sort().stream().map(WordSearch::text).toList(),
        fingerprints(hit));
  }

  private static List<String> fingerprints(Hit<Void> hit) {
    JsonData values = hit.fields().get(FINGERPRINTS);
    return values == null ? List.of() : List.of(values.to(String[].class));
  }

  private static String text(FieldValue value) {
    return value.isString() ? value.stringValue() : String.valueOf(value._get());
  }
}
