package io.wenliu.index.explore.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.search.DateRange;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Counts in how many articles terms occur, and when; only those that a search would show.
@Component
public class TermCounts {

  private static final String SERIES = "series";

  private final ArticleCounting counting;

  TermCounts(ArticleCounting counting) {
    this.counting = counting;
  }

  /// @param field of the words index
  public record Term(String field, String text) {}

  /// How often terms occur on some days.
  ///
  /// @param articles of these days
  public record Counts(long articles, Map<Term, Long> terms) {}

  /// The last day up to `latest` on which an article was published.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Optional<LocalDate> newest(LocalDate latest) {
    SearchResponse<Void> response =
        ask(
            new DateRange(null, latest),
            request ->
                request
                    .size(1)
                    .sort(s -> s.field(f -> f.field("published").order(SortOrder.Desc)))
                    .fields(f -> f.field("published").format("strict_date")));
    return response.hits().hits().stream()
        .map(hit -> hit.fields().get("published"))
        .filter(value -> value != null)
        .map((JsonData value) -> LocalDate.parse(value.to(String[].class)[0]))
        .findFirst();
  }

  /// The terms that most articles of these days have.
  ///
  /// @param size of each field
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Counts top(Collection<String> fields, DateRange days, int size) {
    SearchResponse<Void> response =
        ask(
            days,
            request -> {
              fields.forEach(field -> request.aggregations(field, Aggregations.top(field, size)));
              return request;
            });
    return counts(response, fields);
  }

  /// Of these terms, how many articles of these days have them.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Counts of(Collection<Term> terms, DateRange days) {
    Map<String, List<String>> byField = byField(terms);
    SearchResponse<Void> response =
        ask(
            days,
            request -> {
              byField.forEach((field, texts) ->
                  request.aggregations(field, Aggregations.exactly(field, texts)));
              return request;
            });
    return counts(response, byField.keySet());
  }

  /// When these terms occur.
  ///
  /// @param interval `day`, `week` or `month`
  /// @return by the first day of the interval; intervals without an article are left out
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Map<LocalDate, Map<Term, Long>> series(
      Collection<Term> terms, DateRange days, String interval) {
    Map<String, List<String>> byField = byField(terms);
    CalendarInterval calendar =
        switch (interval) {
          case "day" -> CalendarInterval.Day;
          case "week" -> CalendarInterval.Week;
          default -> CalendarInterval.Month;
        };
    SearchResponse<Void> response =
        ask(
            days,
            request ->
                request.aggregations(
                    SERIES,
                    a -> {
                      var histogram =
                          a.dateHistogram(h ->
                              h.field("published")
                                  .calendarInterval(calendar)
                                  .format("yyyy-MM-dd")
                                  .minDocCount(1));
                      byField.forEach((field, texts) ->
                          histogram.aggregations(field, Aggregations.exactly(field, texts)));
                      return histogram;
                    }));
    Map<LocalDate, Map<Term, Long>> series = new HashMap<>();
    var histogram = response.aggregations().get(SERIES);
    if (histogram != null) {
      for (var bucket : histogram.dateHistogram().buckets().array()) {
        Map<Term, Long> counts = new HashMap<>();
        for (String field : byField.keySet()) {
          Aggregations.terms(bucket.aggregations(), field)
              .forEach(
                  term -> counts.put(new Term(field, term.key().stringValue()), term.docCount()));
        }
        series.put(LocalDate.parse(String.valueOf(bucket.keyAsString())), counts);
      }
    }
    return series;
  }

  private SearchResponse<Void> ask(
      DateRange days,
      UnaryOperator<co.elastic.clients.elasticsearch.core.SearchRequest.Builder> asking) {
    Query published =
        Query.of(q ->
            q.bool(b ->
                b.filter(ArticleCounting.on(days))
                    .filter(f -> f.exists(e -> e.field("published")))));
    return counting.ask(published, asking);
  }

  private static Counts counts(SearchResponse<Void> response, Collection<String> fields) {
    Map<Term, Long> terms = new HashMap<>();
    for (String field : fields) {
      Aggregations.terms(response.aggregations(), field)
          .forEach(
              bucket -> terms.put(new Term(field, bucket.key().stringValue()), bucket.docCount()));
    }
    return new Counts(Aggregations.total(response), terms);
  }

  private static Map<String, List<String>> byField(Collection<Term> terms) {
    Map<String, List<String>> byField = new HashMap<>();
    terms.forEach(term ->
        byField.computeIfAbsent(term.field(), _ -> new java.util.ArrayList<>()).add(term.text()));
    return byField;
  }
}
