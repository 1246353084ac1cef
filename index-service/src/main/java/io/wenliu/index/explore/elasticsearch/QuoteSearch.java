package io.wenliu.index.explore.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.search.Clause;
import io.wenliu.index.search.DateRange;
import io.wenliu.index.search.SearchRequest;
import io.wenliu.index.search.SearchSettings;
import io.wenliu.index.search.WordHits.Count;
import io.wenliu.index.search.elasticsearch.ArticleQuery;
import io.wenliu.text.TextNormalizer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what was said. A quote is part of its article's own document, so it comes and goes with
/// it.
@Component
public class QuoteSearch {

  private static final String PATH = "enrichment.quotes";
  private static final String SPEAKER = PATH + ".speaker";
  private static final String TEXT = PATH + ".text";
  private static final String MATCHING = "matching";
  private static final String SPEAKERS = "speakers";
  private static final int MOST_SPEAKERS = 20;

  /// Elasticsearch's `index.max_inner_result_window`.
  private static final int MOST_QUOTES = 100;

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final String timeout;

  QuoteSearch(ElasticsearchClient client, IndexNames names, SearchSettings settings) {
    this.client = client;
    this.names = names;
    this.timeout = settings.timeout().toMillis() + "ms";
  }

  /// What is asked for.
  ///
  /// @param query words and phrases are looked for in what was said, everything else in the article
  /// @param speaker canonical name; null for anybody
  /// @param newest first, else the best match
  public record Wanted(
      io.wenliu.index.search.Query query,
      @Nullable String speaker,
      DateRange days,
      boolean newest) {}

  /// The fields of an article that its quotes are shown with.
  record Source(String id, @Nullable Article article, @Nullable Said enrichment) {
    static final String[] FIELDS = {
      "id",
      "article.headline",
      "article.newspaper",
      "article.published",
      "article.publishedInferred",
      "enrichment.quotes",
      "enrichment.entities"
    };
  }

  /// See [Source].
  record Said(@Nullable List<Quote> quotes, @Nullable List<Entity> entities) {}

  /// An article with those of its quotes that are wanted, in the order of the text.
  ///
  /// @param sort where the articles after it begin
  public record Speech(
      String id, Article article, List<Quote> quotes, List<Entity> entities, List<String> sort) {}

  /// @param total of quotes that are wanted
  /// @param speakers of these, the most frequent first
  public record Found(long total, List<Speech> speeches, List<Count> speakers) {}

  /// @param after sort values of the article before; empty at the beginning
  /// @param articles at most
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Found search(Wanted wanted, List<String> after, int articles) {
    Query inner = inner(wanted);
    BoolQuery.Builder outer = ArticleQuery.hardConditions(articleConditions(wanted));
    outer.must(m ->
        m.nested(n ->
            n.path(PATH)
                .query(inner)
                .scoreMode(ChildScoreMode.Max)
                .innerHits(i -> i.size(MOST_QUOTES).source(s -> s.fetch(false)))));
    try {
      SearchResponse<Source> response =
          client.search(
              request -> {
                request
                    .index(names.toRead(IndexSchema.ARTICLES))
                    .query(q -> q.bool(outer.build()))
                    .size(articles)
                    .source(s -> s.filter(f -> f.includes(List.of(Source.FIELDS))))
                    .trackTotalHits(total -> total.enabled(false))
                    .timeout(timeout)
                    .aggregations(
                        PATH,
                        a ->
                            a.nested(n -> n.path(PATH))
                                .aggregations(
                                    MATCHING,
                                    m ->
                                        m.filter(inner)
                                            .aggregations(
                                                SPEAKERS,
                                                Aggregations.top(SPEAKER, MOST_SPEAKERS))));
                if (wanted.newest()) {
                  request.sort(s -> s.field(f -> f.field("newest").order(SortOrder.Desc)));
                } else {
                  request.sort(s -> s.score(score -> score.order(SortOrder.Desc)));
                }
                request.sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
                if (!after.isEmpty()) {
                  request.searchAfter(after.stream().map(FieldValue::of).toList());
                }
                return request;
              },
              Source.class);
      return found(response);
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("quotes cannot be searched", e);
    }
  }

  private static Found found(SearchResponse<Source> response) {
    Map<String, Aggregate> matching = Map.of();
    long total = 0;
    var quotes = response.aggregations().get(PATH);
    if (quotes != null && quotes.nested().aggregations().get(MATCHING) != null) {
      var counted = Objects.requireNonNull(quotes.nested().aggregations().get(MATCHING)).filter();
      total = counted.docCount();
      matching = counted.aggregations();
    }
    return new Found(
        total,
        response.hits().hits().stream().flatMap(QuoteSearch::speech).toList(),
        Aggregations.terms(matching, SPEAKERS).stream()
            .map(bucket -> new Count(bucket.key().stringValue(), bucket.docCount()))
            .toList());
  }

  private static Stream<Speech> speech(Hit<Source> hit) {
    Source source = hit.source();
    Article article = source == null ? null : source.article();
    Said said = source == null ? null : source.enrichment();
    var inner = hit.innerHits().get(PATH);
    if (source == null || article == null || said == null || inner == null) {
      return Stream.empty();
    }
    List<Quote> all = said.quotes() == null ? List.of() : said.quotes();
    List<Quote> wanted =
        inner.hits().hits().stream()
            .map(QuoteSearch::place)
            .filter(place -> place >= 0 && place < all.size())
            .sorted()
            .map(all::get)
            .toList();
    return Stream.of(
        new Speech(
            source.id(),
            article,
            wanted,
            said.entities() == null ? List.of() : said.entities(),
            hit.sort().stream().map(QuoteSearch::text).toList()));
  }

  /// The quote's place in its article's list.
  private static int place(Hit<JsonData> hit) {
    var nested = hit.nested();
    return nested == null ? -1 : nested.offset();
  }

  private static String text(FieldValue value) {
    return value.isString() ? value.stringValue() : String.valueOf(value._get());
  }

  /// Value and date conditions hold for the article that the quote stands in.
  private static SearchRequest articleConditions(Wanted wanted) {
    return SearchRequest.publishedOn(wanted.days())
        .asking(
            new io.wenliu.index.search.Query(
                wanted.query().wanted().stream().filter(c -> !isText(c)).toList(),
                wanted.query().unwanted().stream().filter(c -> !isText(c)).toList()));
  }

  private static boolean isText(Clause clause) {
    return clause instanceof Clause.Words || clause instanceof Clause.Phrase;
  }

  private static Query inner(Wanted wanted) {
    BoolQuery.Builder inner = new BoolQuery.Builder();
    String speaker = wanted.speaker();
    if (speaker != null) {
      inner.filter(f ->
          f.terms(t ->
              t.field(SPEAKER)
                  .terms(v ->
                      v.value(
                          Stream.of(speaker, TextNormalizer.fold(speaker))
                              .distinct()
                              .map(FieldValue::of)
                              .toList()))));
    }
    for (Clause clause : wanted.query().wanted()) {
      switch (clause) {
        case Clause.Words(_, List<String> words) ->
            inner.must(m ->
                m.bool(all ->
                    all.should(words.stream().map(QuoteSearch::phrase).toList())
                        .minimumShouldMatch("2<75%")));
        case Clause.Phrase(String text) -> inner.must(phrase(text));
        case Clause.Value _, Clause.Published _ -> {}
      }
    }
    for (Clause clause : wanted.query().unwanted()) {
      switch (clause) {
        case Clause.Words(String text, _) -> inner.mustNot(phrase(text));
        case Clause.Phrase(String text) -> inner.mustNot(phrase(text));
        case Clause.Value _, Clause.Published _ -> {}
      }
    }
    return Query.of(q -> q.bool(inner.build()));
  }

  private static Query phrase(String text) {
    return Query.of(q -> q.matchPhrase(m -> m.field(TEXT).query(text)));
  }
}
