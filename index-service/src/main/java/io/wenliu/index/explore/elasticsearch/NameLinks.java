package io.wenliu.index.explore.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.names.EntityName;
import io.wenliu.index.search.DateRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts which names meet: the lines between the names around one.
@Component
public class NameLinks {

  private final ArticleCounting counting;

  NameLinks(ArticleCounting counting) {
    this.counting = counting;
  }

  /// Two names of the same articles; a pair comes once, in the order in which they were given.
  public record Link(EntityName a, EntityName b, long articles) {}

  /// Which of these names share articles with each other, of the articles that name `centre`.
  ///
  /// @param names some dozens at most: every two of them are counted
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<Link> around(EntityName centre, List<EntityName> names, DateRange days) {
    if (names.size() < 2) {
      return List.of();
    }
    Map<EntityType, List<String>> byType = new EnumMap<>(EntityType.class);
    for (EntityName name : names) {
      byType.computeIfAbsent(name.type(), _ -> new ArrayList<>()).add(name.name());
    }
    Query query =
        Query.of(q ->
            q.bool(b ->
                b.filter(ArticleCounting.on(days))
                    .filter(f ->
                        f.term(t ->
                            t.field(EntityName.indexField(centre.type())).value(centre.name())))));
    SearchResponse<Void> response =
        counting.ask(
            query,
            request -> {
              byType.forEach((type, texts) ->
                  request.aggregations(EntityName.indexField(type), withEachOther(type, byType)));
              return request;
            });
    return links(response, names, byType);
  }

  private static Aggregation withEachOther(EntityType type, Map<EntityType, List<String>> byType) {
    List<String> texts = byType.getOrDefault(type, List.of());
    return Aggregation.of(a ->
        a.terms(Aggregations.exactly(EntityName.indexField(type), texts).terms())
            .aggregations(others(byType)));
  }

  private static Map<String, Aggregation> others(Map<EntityType, List<String>> byType) {
    Map<String, Aggregation> others = new HashMap<>();
    byType.forEach((type, texts) ->
        others.put(
            EntityName.indexField(type), Aggregations.exactly(EntityName.indexField(type), texts)));
    return others;
  }

  private static List<Link> links(
      SearchResponse<Void> response, List<EntityName> names, Map<EntityType, List<String>> byType) {
    List<Link> links = new ArrayList<>();
    for (EntityType type : byType.keySet()) {
      for (var bucket : Aggregations.terms(response.aggregations(), EntityName.indexField(type))) {
        EntityName a = new EntityName(type, bucket.key().stringValue());
        for (EntityType other : byType.keySet()) {
          for (var met : Aggregations.terms(bucket.aggregations(), EntityName.indexField(other))) {
            EntityName b = new EntityName(other, met.key().stringValue());
            if (names.indexOf(a) < names.indexOf(b)) {
              links.add(new Link(a, b, met.docCount()));
            }
          }
        }
      }
    }
    return links;
  }
}
