package io.wenliu.index.deadletters.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.wenliu.contract.DocumentId;
import io.wenliu.index.deadletters.LetterQuery;
import io.wenliu.index.deadletters.StoredLetter;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds dead letters, the newest first, and counts their reasons.
@Component
public class DeadLetterFinder {

  private static final int MOST_REASONS = 50;
  private static final int MOST_AT_ONCE = 1_000;
  private static final String REASONS = "reasons";
  private static final String STAGES = "stages";

  private final ElasticsearchClient client;
  private final IndexNames names;

  DeadLetterFinder(ElasticsearchClient client, IndexNames names) {
    this.client = client;
    this.names = names;
  }

  /// @param after sort values of the last one; empty at the end
  public record Page(
      long total, List<StoredLetter> letters, Map<String, Long> reasons, List<String> after) {}

  /// @param after as the page before gave it; empty for the first
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Page find(LetterQuery query, int size, List<String> after) {
    try {
      SearchResponse<StoredLetter> response =
          client.search(
              request -> {
                request
                    .index(names.toRead(IndexSchema.DEAD_LETTERS))
                    .query(query(query))
                    .size(size)
                    .trackTotalHits(total -> total.enabled(true))
                    .aggregations(REASONS, a -> a.terms(t -> t.field("reason").size(MOST_REASONS)))
                    .sort(s -> s.field(f -> f.field("at").order(SortOrder.Desc)))
                    .sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
                if (after.size() == 2) {
                  request.searchAfter(
                      FieldValue.of(Long.parseLong(after.get(0))), FieldValue.of(after.get(1)));
                }
                return request;
              },
              StoredLetter.class);
      List<Hit<StoredLetter>> hits = response.hits().hits();
      return new Page(
          response.hits().total() == null ? hits.size() : response.hits().total().value(),
          hits.stream().map(Hit::source).filter(Objects::nonNull).toList(),
          counts(response.aggregations().get(REASONS)),
          hits.size() < size
              ? List.of()
              : hits.getLast().sort().stream().map(DeadLetterFinder::text).toList());
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("dead letters cannot be read", e);
    }
  }

  /// All that wait of these documents.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<StoredLetter> waitingOf(Collection<DocumentId> documents) {
    if (documents.isEmpty()) {
      return List.of();
    }
    List<FieldValue> ids = documents.stream().map(id -> FieldValue.of(id.value())).toList();
    try {
      return client
          .search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.DEAD_LETTERS))
                      .query(q ->
                          q.bool(bool ->
                              bool.filter(term("state", StoredLetter.State.WAITING.id()))
                                  .filter(f ->
                                      f.terms(
                                          t -> t.field("documentId").terms(v -> v.value(ids))))))
                      .size(MOST_AT_ONCE),
              StoredLetter.class)
          .hits()
          .hits()
          .stream()
          .map(Hit::source)
          .filter(Objects::nonNull)
          .toList();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("dead letters cannot be read", e);
    }
  }

  /// How many wait, by stage.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Map<String, Long> waitingByStage() {
    try {
      return counts(
          client
              .search(
                  request ->
                      request
                          .index(names.toRead(IndexSchema.DEAD_LETTERS))
                          .query(term("state", StoredLetter.State.WAITING.id()))
                          .size(0)
                          .aggregations(STAGES, a -> a.terms(t -> t.field("stage").size(20))),
                  Void.class)
              .aggregations()
              .get(STAGES));
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("dead letters cannot be counted", e);
    }
  }

  private static Query query(LetterQuery query) {
    List<Query> filters = new ArrayList<>();
    add(filters, "stage", query.stage());
    add(filters, "reason", query.reason());
    add(filters, "source", query.source());
    add(filters, "documentId", query.documentId());
    add(filters, "state", query.state() == null ? null : query.state().id());
    return Query.of(q -> q.bool(bool -> bool.filter(filters)));
  }

  private static void add(List<Query> filters, String field, @Nullable String value) {
    if (value != null) {
      filters.add(term(field, value));
    }
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  private static Map<String, Long> counts(@Nullable Aggregate aggregate) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (aggregate != null) {
      for (StringTermsBucket bucket : aggregate.sterms().buckets().array()) {
        counts.put(bucket.key().stringValue(), bucket.docCount());
      }
    }
    return counts;
  }

  private static String text(FieldValue value) {
    return value.isLong() ? Long.toString(value.longValue()) : value.stringValue();
  }
}
