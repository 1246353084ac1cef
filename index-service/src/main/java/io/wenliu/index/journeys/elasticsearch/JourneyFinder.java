package io.wenliu.index.journeys.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.wenliu.contract.DocumentId;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.journeys.Journey;
import io.wenliu.index.journeys.JourneyState;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the journeys of a document's versions, and counts all journeys by their state.
@Component
public class JourneyFinder {

  static final int MOST_VERSIONS = 20;

  private static final int MOST_UNACCOUNTED = 500;

  private static final String STATES = "states";
  private static final String ACCEPTED = "accepted";
  private static final String ACCEPTED_ARTICLES = "acceptedArticles";

  private final ElasticsearchClient client;
  private final IndexNames names;

  JourneyFinder(ElasticsearchClient client, IndexNames names) {
    this.client = client;
    this.names = names;
  }

  /// The journeys of a document's versions, the newest first, at most [#MOST_VERSIONS].
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<Journey> of(DocumentId document) {
    try {
      SearchResponse<Journey> response =
          client.search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.JOURNEYS))
                      .query(q -> q.term(t -> t.field("documentId").value(document.value())))
                      .sort(s -> s.field(f -> f.field("version").order(SortOrder.Desc)))
                      .trackTotalHits(total -> total.enabled(false))
                      .size(MOST_VERSIONS),
              Journey.class);
      return response.hits().hits().stream()
          .map(hit -> Objects.requireNonNull(hit.source(), "source"))
          .toList();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("journeys cannot be read", e);
    }
  }

  /// Journeys that do not tell what was accepted, at most some hundred.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<Stored<Journey>> unaccounted() {
    try {
      SearchResponse<Journey> response =
          client.search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.JOURNEYS))
                      .query(q -> q.bool(b -> b.mustNot(n -> n.exists(e -> e.field("accepted")))))
                      .seqNoPrimaryTerm(true)
                      .trackTotalHits(total -> total.enabled(false))
                      .size(MOST_UNACCOUNTED),
              Journey.class);
      return response.hits().hits().stream().map(JourneyFinder::stored).toList();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("journeys cannot be read", e);
    }
  }

  private static Stored<Journey> stored(Hit<Journey> hit) {
    return new Stored<>(
        Objects.requireNonNull(hit.source(), "source"),
        new IndexWrite.Unchanged(
            Objects.requireNonNull(hit.seqNo(), "seqNo"),
            Objects.requireNonNull(hit.primaryTerm(), "primaryTerm")));
  }

  /// How many document versions, and how many articles, are in each state.
  ///
  /// @param accepted document versions that the intake has told of, whatever their state
  /// @param acceptedArticles likewise
  public record Counts(
      long accepted,
      long acceptedArticles,
      Map<JourneyState, Long> documents,
      Map<JourneyState, Long> articles) {}

  /// Each number is counted by itself, none as a sum or a remainder, and all of them over the same
  /// journeys: they balance at every moment, or something is wrong.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Counts count() {
    try {
      SearchResponse<Void> response =
          client.search(
              request -> {
                request
                    .index(names.toRead(IndexSchema.JOURNEYS))
                    .size(0)
                    .trackTotalHits(total -> total.enabled(false))
                    .query(counted())
                    .aggregations(
                        STATES,
                        Aggregation.of(
                            a -> a.terms(t -> t.field("state").size(JourneyState.values().length))))
                    .aggregations(
                        ACCEPTED,
                        Aggregation.of(
                            a -> a.filter(f -> f.term(t -> t.field("accepted").value(true)))))
                    .aggregations(
                        ACCEPTED_ARTICLES,
                        Aggregation.of(a -> a.sum(s -> s.field("acceptedArticles"))));
                for (JourneyState state : JourneyState.values()) {
                  request.aggregations(
                      state.name(), Aggregation.of(a -> a.sum(s -> s.field(field(state)))));
                }
                return request;
              },
              Void.class);
      return counts(response.aggregations());
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("journeys cannot be counted", e);
    }
  }

  /// What failed before its version was known and was put back goes on under its true version;
  /// until then, as before its first arrival, it is not counted.
  private static Query counted() {
    Query replayed =
        Query.of(q ->
            q.bool(bool ->
                bool.filter(f -> f.term(t -> t.field("version").value(0)))
                    .filter(f -> f.term(t -> t.field("state").value(JourneyState.IN_FLIGHT.id())))
                    .mustNot(f -> f.exists(e -> e.field("receivedAt")))));
    return Query.of(q -> q.bool(bool -> bool.mustNot(replayed)));
  }

  private static Counts counts(Map<String, Aggregate> aggregations) {
    Map<JourneyState, Long> documents = new EnumMap<>(JourneyState.class);
    Map<JourneyState, Long> articles = new EnumMap<>(JourneyState.class);
    Map<String, Long> byId = new HashMap<>();
    Aggregate states = aggregations.get(STATES);
    if (states != null) {
      for (StringTermsBucket bucket : states.sterms().buckets().array()) {
        byId.put(bucket.key().stringValue(), bucket.docCount());
      }
    }
    for (JourneyState state : JourneyState.values()) {
      documents.put(state, byId.getOrDefault(state.id(), 0L));
      articles.put(state, sum(aggregations.get(state.name())));
    }
    Aggregate accepted = aggregations.get(ACCEPTED);
    return new Counts(
        accepted == null ? 0 : accepted.filter().docCount(),
        sum(aggregations.get(ACCEPTED_ARTICLES)),
        documents,
        articles);
  }

  private static long sum(@Nullable Aggregate aggregate) {
    Double value = aggregate == null ? null : aggregate.sum().value();
    return value == null ? 0 : Math.round(value);
  }

  private static String field(JourneyState state) {
    return switch (state) {
      case IN_FLIGHT -> "inFlight";
      case SEARCHABLE -> "searchable";
      case SUPERSEDED -> "superseded";
      case WITHDRAWN -> "withdrawn";
      case FAILED -> "failed";
    };
  }
}
