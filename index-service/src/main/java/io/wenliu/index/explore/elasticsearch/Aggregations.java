package io.wenliu.index.explore.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes the few aggregations that exploring needs.
final class Aggregations {

  private Aggregations() {}

  static Aggregation top(String field, int size) {
    return Aggregation.of(a -> a.terms(t -> t.field(field).size(size)));
  }

  /// @param pattern that the terms must match as a whole
  static Aggregation matching(String field, String pattern, int size) {
    return Aggregation.of(
        a -> a.terms(t -> t.field(field).include(i -> i.regexp(pattern)).size(size)));
  }

  /// @param terms at least one
  static Aggregation exactly(String field, List<String> terms) {
    return Aggregation.of(
        a -> a.terms(t -> t.field(field).include(i -> i.terms(terms)).size(terms.size())));
  }

  /// @return none where no document has the field
  static List<StringTermsBucket> terms(Map<String, Aggregate> aggregations, String name) {
    @Nullable Aggregate aggregate = aggregations.get(name);
    return aggregate != null && aggregate.isSterms()
        ? aggregate.sterms().buckets().array()
        : List.of();
  }

  static long total(SearchResponse<?> response) {
    var total = response.hits().total();
    return total == null ? 0 : total.value();
  }
}
