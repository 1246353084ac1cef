package io.wenliu.index.explore.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.Regexp;
import io.wenliu.index.names.EntityName;
import io.wenliu.index.names.NameFacts;
import io.wenliu.index.search.DateRange;
import io.wenliu.index.search.RankedArticle;
import io.wenliu.index.search.WordHits.Count;
import io.wenliu.index.search.WordHits.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Counts who and what the articles name; only those articles that a search would show.
@Component
public class NameCounts {

  private static final String MENTIONS = "nameMentions";
  private static final String ALIASES = "nameAliases";
  private static final String ROLES = "nameRoles";
  private static final String HISTOGRAM = "histogram";

  /// Below Elasticsearch's limit for one pattern, `index.max_regex_length`.
  private static final int LONGEST_PATTERN = 900;

  private static final int MOST_FACTS = 10_000;
  private static final int MOST_VALUES = 12;
  private static final int RELATED = 24;

  private final ArticleCounting counting;

  NameCounts(ArticleCounting counting) {
    this.counting = counting;
  }

  /// A name and how many articles have it.
  public record Counted(EntityName name, long articles) {}

  /// What the articles say about a name.
  ///
  /// @param mentions in all articles together
  /// @param aliases its other forms, the most frequent first
  /// @param roles what somebody is called, the most frequent first
  public record Known(long mentions, List<String> aliases, List<Count> roles) {
    static final Known NOTHING = new Known(0, List.of(), List.of());
  }

  /// A name among the articles.
  ///
  /// @param related names that share articles with it, the most frequent first
  /// @param newest its newest articles
  public record Portrait(
      long articles,
      Known known,
      List<Month> histogram,
      List<Counted> related,
      List<RankedArticle> newest) {}

  /// The names that most articles have.
  ///
  /// @param contains what the name must contain; empty for anything
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<Counted> top(
      Collection<EntityType> types, String contains, DateRange days, int count) {
    SearchResponse<Void> response =
        counting.ask(
            ArticleCounting.on(days),
            request -> {
              for (EntityType type : types) {
                String field = EntityName.indexField(type);
                request.aggregations(
                    field,
                    contains.isEmpty()
                        ? Aggregations.top(field, count)
                        : Aggregations.matching(
                            field, ".*" + Regexp.escaped(contains) + ".*", count));
              }
              return request;
            });
    return counted(response, types).stream().limit(count).toList();
  }

  /// What is known of these names.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Map<EntityName, Known> known(Collection<EntityName> entities, DateRange days) {
    Map<EntityName, Known> known = new HashMap<>();
    for (String pattern : patterns(entities)) {
      SearchResponse<Void> response =
          counting.ask(ArticleCounting.on(days), request -> addFacts(request, pattern));
      known.putAll(known(response));
    }
    return known;
  }

  /// @param articles of the newest, how many
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public Portrait portrait(EntityName entity, DateRange days, int articles) {
    String own = EntityName.indexField(entity.type());
    Query query =
        Query.of(q ->
            q.bool(b ->
                b.filter(ArticleCounting.on(days))
                    .filter(f -> f.term(t -> t.field(own).value(entity.name())))));
    SearchResponse<Void> response =
        counting.ask(
            query,
            request -> {
              request
                  .size(articles)
                  .sort(s -> s.field(f -> f.field("newest").order(SortOrder.Desc)))
                  .sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)))
                  .aggregations(
                      HISTOGRAM,
                      a ->
                          a.dateHistogram(h ->
                              h.field("published")
                                  .calendarInterval(CalendarInterval.Month)
                                  .format("yyyy-MM")
                                  .minDocCount(1)));
              for (EntityType type : EntityName.TYPES) {
                String field = EntityName.indexField(type);
                request.aggregations(field, Aggregations.top(field, RELATED));
              }
              return addFacts(request, Regexp.escaped(NameFacts.prefix(entity)) + ".*");
            });
    var months = response.aggregations().get(HISTOGRAM);
    return new Portrait(
        Aggregations.total(response),
        known(response).getOrDefault(entity, Known.NOTHING),
        months == null
            ? List.of()
            : months.dateHistogram().buckets().array().stream()
                .map(bucket -> new Month(String.valueOf(bucket.keyAsString()), bucket.docCount()))
                .toList(),
        counted(response, EntityName.TYPES).stream()
            .filter(other -> !other.name().equals(entity))
            .limit(RELATED)
            .toList(),
        response.hits().hits().stream()
            .map(hit -> RankedArticle.unranked(Objects.requireNonNull(hit.id(), "id")))
            .toList());
  }

  private static co.elastic.clients.elasticsearch.core.SearchRequest.Builder addFacts(
      co.elastic.clients.elasticsearch.core.SearchRequest.Builder request, String pattern) {
    for (String field : List.of(MENTIONS, ALIASES, ROLES)) {
      request.aggregations(field, Aggregations.matching(field, pattern, MOST_FACTS));
    }
    return request;
  }

  private static List<Counted> counted(
      SearchResponse<Void> response, Collection<EntityType> types) {
    List<Counted> counted = new ArrayList<>();
    for (EntityType type : types) {
      for (var bucket : Aggregations.terms(response.aggregations(), EntityName.indexField(type))) {
        counted.add(
            new Counted(new EntityName(type, bucket.key().stringValue()), bucket.docCount()));
      }
    }
    counted.sort(
        Comparator.comparingLong(Counted::articles)
            .reversed()
            .thenComparing(c -> c.name().name())
            .thenComparing(c -> c.name().type()));
    return counted;
  }

  private static Map<EntityName, Known> known(SearchResponse<Void> response) {
    Map<EntityName, Long> mentions = new HashMap<>();
    for (var bucket : Aggregations.terms(response.aggregations(), MENTIONS)) {
      NameFacts.Fact fact = NameFacts.parse(bucket.key().stringValue());
      mentions.merge(fact.name(), Long.parseLong(fact.value()) * bucket.docCount(), Long::sum);
    }
    Map<EntityName, List<Count>> aliases = values(response, ALIASES);
    Map<EntityName, List<Count>> roles = values(response, ROLES);
    Map<EntityName, Known> known = new HashMap<>();
    mentions.forEach((name, count) ->
        known.put(
            name,
            new Known(
                count,
                aliases.getOrDefault(name, List.of()).stream().map(Count::value).toList(),
                roles.getOrDefault(name, List.of()))));
    return known;
  }

  /// In the order of the aggregation, which is the most frequent first.
  private static Map<EntityName, List<Count>> values(SearchResponse<Void> response, String field) {
    Map<EntityName, List<Count>> values = new HashMap<>();
    for (var bucket : Aggregations.terms(response.aggregations(), field)) {
      NameFacts.Fact fact = NameFacts.parse(bucket.key().stringValue());
      List<Count> counts = values.computeIfAbsent(fact.name(), _ -> new ArrayList<>());
      if (counts.size() < MOST_VALUES) {
        counts.add(new Count(fact.value(), bucket.docCount()));
      }
    }
    return values;
  }

  /// As few patterns as the limit of one allows.
  private static List<String> patterns(Collection<EntityName> entities) {
    List<String> patterns = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    for (EntityName entity : Set.copyOf(entities)) {
      String escaped = Regexp.escaped(NameFacts.prefix(entity));
      if (!pattern.isEmpty() && pattern.length() + escaped.length() > LONGEST_PATTERN) {
        patterns.add("(" + pattern + ").*");
        pattern.setLength(0);
      }
      pattern.append(pattern.isEmpty() ? "" : "|").append(escaped);
    }
    if (!pattern.isEmpty()) {
      patterns.add("(" + pattern + ").*");
    }
    return patterns;
  }
}
