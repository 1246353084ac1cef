package io.wenliu.index.explore.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.elasticsearch.Regexp;
import io.wenliu.index.elasticsearch.SearchTrouble;
import io.wenliu.index.names.SpeakerCounts;
import io.wenliu.index.names.SpeakerCounts.SpeakerCount;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.search.Clause;
import io.wenliu.index.search.DateRange;
import io.wenliu.index.search.SearchRequest;
import io.wenliu.index.search.SearchSettings;
import io.wenliu.index.search.WordHits.Count;
import io.wenliu.index.search.elasticsearch.ArticleQuery;
import io.wenliu.text.TextNormalizer;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds articles in which something was said. What an article quotes is part of its own document,
/// so it comes and goes with it; which of its quotes are meant is told by [QuoteMatch].
@Component
public class QuoteSearch {

  private static final String SPEAKERS = "quoteSpeakers";
  private static final String COUNTS = "quoteCounts";
  private static final String TEXTS = "quoteTexts";
  private static final String TOTAL = "quoteCount";
  private static final int MOST_COUNTS = 2_000;
  private static final int MOST_SPEAKERS = 20;

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
    static final List<String> FIELDS =
        List.of(
            "id",
            "article.headline",
            "article.newspaper",
            "article.published",
            "article.publishedInferred",
            "enrichment.quotes",
            "enrichment.entities");
  }

  /// See [Source].
  record Said(@Nullable List<Quote> quotes, @Nullable List<Entity> entities) {}

  /// An article with those of its quotes that are wanted, in the order of the text.
  ///
  /// @param sort where the articles after it begin
  public record Speech(
      String id, Article article, List<Quote> quotes, List<Entity> entities, List<String> sort) {}

  /// @param articles that have the words and the speaker, though perhaps not in one quote
  /// @param total of their quotes by that speaker, whatever their words
  /// @param speakers of these, the most frequent first
  public record Found(long articles, long total, List<Speech> speeches, List<Count> speakers) {}

  /// What is to be marked in the quotes of a query: its words as quotes are searched for them.
  public static List<String> needles(io.wenliu.index.search.Query query) {
    return query.wanted().stream()
        .flatMap(clause ->
            switch (clause) {
              case Clause.Words words ->
                  Stream.concat(Stream.of(words.text()), QuoteWords.of(words).stream());
              case Clause.Phrase(String text) -> Stream.of(text);
              case Clause.Value _, Clause.Published _ -> Stream.empty();
            })
        .distinct()
        .toList();
  }

  /// @param after sort values of the article before; empty at the beginning
  /// @param articles at most
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Found search(Wanted wanted, List<String> after, int articles) {
    QuoteMatch match = new QuoteMatch(wanted.query(), wanted.speaker());
    try {
      SearchResponse<Source> response =
          client.search(
              request -> {
                request
                    .index(names.toRead(IndexSchema.ARTICLES))
                    .query(query(wanted))
                    .size(articles)
                    .source(s -> s.filter(f -> f.includes(Source.FIELDS)))
                    .trackTotalHits(total -> total.enabled(true))
                    .timeout(timeout)
                    .aggregations(TOTAL, a -> a.sum(sum -> sum.field(TOTAL)))
                    .aggregations(
                        COUNTS, Aggregations.matching(COUNTS, pattern(wanted), MOST_COUNTS));
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
      List<Count> speakers = speakers(response);
      long total =
          wanted.speaker() == null
              ? sum(response)
              : speakers.stream().mapToLong(Count::count).sum();
      return new Found(
          Aggregations.total(response),
          total,
          response.hits().hits().stream().flatMap(hit -> speech(hit, match)).toList(),
          speakers.stream().limit(MOST_SPEAKERS).toList());
    } catch (IOException | ElasticsearchException e) {
      throw SearchTrouble.of("quotes cannot be searched", e, after);
    }
  }

  private static String pattern(Wanted wanted) {
    String speaker = wanted.speaker();
    return speaker == null ? ".*" : Regexp.escaped(SpeakerCounts.prefix(speaker)) + "[0-9]+";
  }

  private static long sum(SearchResponse<Source> response) {
    var sum = response.aggregations().get(TOTAL);
    Double value = sum == null ? null : sum.sum().value();
    return value == null ? 0 : value.longValue();
  }

  private static List<Count> speakers(SearchResponse<Source> response) {
    Map<String, Long> quotes = new HashMap<>();
    for (var bucket : Aggregations.terms(response.aggregations(), COUNTS)) {
      SpeakerCount count = SpeakerCounts.parse(bucket.key().stringValue());
      quotes.merge(count.speaker(), count.quotes() * bucket.docCount(), Long::sum);
    }
    return quotes.entrySet().stream()
        .map(speaker -> new Count(speaker.getKey(), speaker.getValue()))
        .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value))
        .toList();
  }

  private static Stream<Speech> speech(Hit<Source> hit, QuoteMatch match) {
    Source source = hit.source();
    Article article = source == null ? null : source.article();
    Said said = source == null ? null : source.enrichment();
    if (source == null || article == null || said == null || said.quotes() == null) {
      return Stream.empty();
    }
    return Stream.of(
        new Speech(
            source.id(),
            article,
            said.quotes().stream().filter(match::holds).toList(),
            said.entities() == null ? List.of() : said.entities(),
            hit.sort().stream().map(QuoteSearch::text).toList()));
  }

  private static String text(FieldValue value) {
    return value.isString() ? value.stringValue() : String.valueOf(value._get());
  }

  private static Query query(Wanted wanted) {
    BoolQuery.Builder bool = ArticleQuery.hardConditions(articleConditions(wanted));
    bool.filter(f -> f.exists(e -> e.field(SPEAKERS)));
    String speaker = wanted.speaker();
    if (speaker != null) {
      bool.filter(f -> f.term(t -> t.field(SPEAKERS).value(speaker)));
    }
    for (Clause clause : wanted.query().wanted()) {
      switch (clause) {
        case Clause.Words words ->
            bool.must(m ->
                m.bool(all ->
                    all.should(QuoteWords.of(words).stream().map(QuoteSearch::phrase).toList())
                        .minimumShouldMatch("2<75%")));
        case Clause.Phrase(String text) -> bool.must(phrase(text));
        case Clause.Value _, Clause.Published _ -> {}
      }
    }
    return Query.of(q -> q.bool(bool.build()));
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

  private static Query phrase(String text) {
    return Query.of(q -> q.matchPhrase(m -> m.field(TEXTS).query(TextNormalizer.fold(text))));
  }
}
