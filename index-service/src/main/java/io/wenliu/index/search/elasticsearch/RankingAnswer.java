package io.wenliu.index.search.elasticsearch;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wenliu.index.search.RankedArticle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Elasticsearch answers to a request for [Rankings#ask], as far as anybody looks at it.
///
/// @param aggregations by type and name, as in `sterms#people`; null where none was asked for
record RankingAnswer(
    @JsonProperty("timed_out") boolean timedOut,
    Hits hits,
    @Nullable Map<String, Buckets> aggregations) {

  /// @param total null where it was not to be counted
  record Hits(@Nullable Total total, List<Hit> hits) {}

  record Total(long value) {}

  /// @param score null where the order is by date
  /// @param sort null where the order is by score
  /// @param matchedQueries null where none of the query's parts has a name
  record Hit(
      @JsonProperty("_score") @Nullable Double score,
      @JsonProperty("_version") long version,
      Columns fields,
      @Nullable List<Object> sort,
      @JsonProperty("matched_queries") @Nullable List<String> matchedQueries) {

    RankedArticle article() {
      return new RankedArticle(
          fields.id().getFirst(),
          version,
          score == null ? 0 : score,
          sort == null ? List.of() : sort.stream().map(String::valueOf).toList(),
          fields.fingerprints() == null ? List.of() : fields.fingerprints(),
          matchedQueries != null && matchedQueries.contains(ArticleQuery.BY_WORDS));
    }
  }

  record Columns(List<String> id, @Nullable List<String> fingerprints) {}

  record Buckets(List<Bucket> buckets) {}

  /// @param keyAsString null where the key is one
  record Bucket(
      Object key,
      @JsonProperty("key_as_string") @Nullable String keyAsString,
      @JsonProperty("doc_count") long count) {

    String text() {
      return keyAsString == null ? String.valueOf(key) : keyAsString;
    }
  }

  List<RankedArticle> ranking() {
    return hits.hits().stream().map(Hit::article).toList();
  }

  /// All that match; 0 where they were not to be counted.
  long total() {
    return hits.total() == null ? 0 : hits.total().value();
  }

  /// An aggregation's buckets; empty where it was not asked for.
  List<Bucket> buckets(String name) {
    if (aggregations != null) {
      for (Map.Entry<String, Buckets> aggregation : aggregations.entrySet()) {
        if (aggregation.getKey().endsWith("#" + name)) {
          return aggregation.getValue().buckets();
        }
      }
    }
    return List.of();
  }
}
