package io.wenliu.index.alerts.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.wenliu.index.alerts.StoredMatch;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.SearchTrouble;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the matches.
@Component
public class MatchIndex {

  private static final int MOST_ALERTS = 50_000;
  private static final String BY_ALERT = "alerts";
  private static final String LAST = "last";

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final IndexReader reader;

  MatchIndex(ElasticsearchClient client, IndexNames names, IndexReader reader) {
    this.client = client;
    this.names = names;
    this.reader = reader;
  }

  /// How much an alert has found.
  ///
  /// @param last null when it has found nothing
  public record Tally(long matches, @Nullable Instant last) {
    public static final Tally NONE = new Tally(0, null);
  }

  /// @param next sort values that the next page begins after; empty on the last
  public record MatchPage(List<StoredMatch> matches, List<String> next) {}

  /// Alerts whose matches wait although they are due.
  ///
  /// @param busy those whose receivers have enough to do
  /// @param resting those whose receivers do not answer: only what is over is looked up
  /// @param over matches before are given up
  public record HeldBack(Set<String> busy, Set<String> resting, Instant over) {}

  /// Whether an article may still be shown.
  record Standing(String state) {}

  /// By alert; without those that have found nothing.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Map<String, Tally> tallies() {
    return tallies(Query.of(q -> q.matchAll(m -> m)));
  }

  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Tally tally(String alert) {
    return tallies(Query.of(q -> q.term(t -> t.field("alert").value(alert))))
        .getOrDefault(alert, Tally.NONE);
  }

  private Map<String, Tally> tallies(Query query) {
    try {
      SearchResponse<Void> response =
          client.search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.ALERT_MATCHES))
                      .query(query)
                      .size(0)
                      .aggregations(
                          BY_ALERT,
                          a ->
                              a.terms(t -> t.field("alert").size(MOST_ALERTS))
                                  .aggregations(LAST, l -> l.max(m -> m.field("matchedAt")))),
              Void.class);
      Map<String, Tally> tallies = new HashMap<>();
      var alerts = response.aggregations().get(BY_ALERT);
      if (alerts != null && alerts.isSterms()) {
        for (var bucket : alerts.sterms().buckets().array()) {
          var last = bucket.aggregations().get(LAST);
          Double millis = last == null ? null : last.max().value();
          tallies.put(
              bucket.key().stringValue(),
              new Tally(
                  bucket.docCount(),
                  millis == null ? null : Instant.ofEpochMilli(millis.longValue())));
        }
      }
      return tallies;
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("matches cannot be counted", e);
    }
  }

  /// The newest first, without those whose articles are superseded or withdrawn.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public MatchPage page(String alert, List<String> after, int size) {
    try {
      SearchResponse<StoredMatch> response =
          client.search(
              request -> {
                request
                    .index(names.toRead(IndexSchema.ALERT_MATCHES))
                    .query(q -> q.term(t -> t.field("alert").value(alert)))
                    .size(size + 1)
                    .sort(s -> s.field(f -> f.field("matchedAt").order(SortOrder.Desc)))
                    .sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)))
                    .trackTotalHits(total -> total.enabled(false));
                if (!after.isEmpty()) {
                  request.searchAfter(after.stream().map(FieldValue::of).toList());
                }
                return request;
              },
              StoredMatch.class);
      List<Hit<StoredMatch>> hits = response.hits().hits();
      List<Hit<StoredMatch>> shown = hits.subList(0, Math.min(size, hits.size()));
      List<String> next =
          hits.size() > size
              ? shown.getLast().sort().stream().map(MatchIndex::text).toList()
              : List.of();
      return new MatchPage(standing(shown), next);
    } catch (IOException | ElasticsearchException e) {
      throw SearchTrouble.of("matches cannot be read", e, after);
    }
  }

  private List<StoredMatch> standing(List<Hit<StoredMatch>> hits) {
    List<StoredMatch> matches = new ArrayList<>();
    for (Hit<StoredMatch> hit : hits) {
      StoredMatch match = hit.source();
      if (match != null) {
        matches.add(match);
      }
    }
    Set<String> ids =
        matches.stream().map(match -> match.articleId().value()).collect(Collectors.toSet());
    Map<String, Stored<Standing>> articles =
        reader.read(IndexSchema.ARTICLES, ids, Standing.class, "state");
    return matches.stream()
        .filter(match -> {
          Stored<Standing> article = articles.get(match.articleId().value());
          return article != null && article.value().state().equals("alive");
        })
        .toList();
  }

  private static String text(FieldValue value) {
    return value.isString() ? value.stringValue() : String.valueOf(value._get());
  }

  /// Matches whose turn to be posted has come.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<Stored<StoredMatch>> due(Instant now, int count, HeldBack heldBack) {
    BoolQuery.Builder conditions =
        new BoolQuery.Builder()
            .filter(f -> f.term(t -> t.field("delivery").value("pending")))
            .filter(f -> f.range(r -> r.date(d -> d.field("nextAttemptAt").lte(now.toString()))));
    if (!heldBack.busy().isEmpty()) {
      conditions.mustNot(ofAlerts(heldBack.busy()));
    }
    if (!heldBack.resting().isEmpty()) {
      conditions.mustNot(n ->
          n.bool(b ->
              b.filter(ofAlerts(heldBack.resting()))
                  .filter(f ->
                      f.range(r ->
                          r.date(d -> d.field("matchedAt").gte(heldBack.over().toString()))))));
    }
    try {
      SearchResponse<StoredMatch> response =
          client.search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.ALERT_MATCHES))
                      .query(q -> q.bool(conditions.build()))
                      .sort(s -> s.field(f -> f.field("nextAttemptAt").order(SortOrder.Asc)))
                      .seqNoPrimaryTerm(true)
                      .size(count)
                      .trackTotalHits(total -> total.enabled(false)),
              StoredMatch.class);
      List<Stored<StoredMatch>> due = new ArrayList<>();
      for (Hit<StoredMatch> hit : response.hits().hits()) {
        StoredMatch match = hit.source();
        Long sequenceNumber = hit.seqNo();
        Long primaryTerm = hit.primaryTerm();
        if (match != null && sequenceNumber != null && primaryTerm != null) {
          due.add(new Stored<>(match, new IndexWrite.Unchanged(sequenceNumber, primaryTerm)));
        }
      }
      return due;
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("deliveries cannot be looked up", e);
    }
  }

  private static Query ofAlerts(Set<String> ids) {
    List<FieldValue> values = ids.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field("alert").terms(v -> v.value(values))));
  }
}
