package io.wenliu.index.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.elasticsearch.Regexp;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.search.SearchSettings;
import io.wenliu.index.search.Suggestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Completes what is being typed from the headlines, names and keyphrases of the articles that
/// stand.
@Component
public class TermSuggestions {

  private static final List<String> NAME_FIELDS = List.of("people", "organisations", "places");
  private static final String PINYIN = "pinyin";
  private static final String KEYPHRASES = "keyphrases";

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final String timeout;

  TermSuggestions(ElasticsearchClient client, IndexNames names, SearchSettings settings) {
    this.client = client;
    this.names = names;
    this.timeout = settings.timeout().toMillis() + "ms";
  }

  /// The headlined part of an article.
  record Headed(String id, @Nullable Heading article) {}

  /// See [Headed].
  record Heading(String headline) {}

  /// @param typed folded
  /// @param spelled what may be pinyin or its initials; empty when it cannot
  /// @return names and keyphrases, most frequent first, then headlines
  /// @throws ElasticsearchUnavailableException if it cannot be asked now
  public List<Suggestion> complete(String typed, String spelled, int count) {
    try {
      SearchResponse<Headed> response =
          client.search(
              request -> {
                request
                    .index(names.toRead(IndexSchema.ARTICLES))
                    .size(count)
                    .source(s -> s.filter(f -> f.includes("id", "article.headline")))
                    .trackTotalHits(total -> total.enabled(false))
                    .timeout(timeout)
                    .query(q -> q.term(t -> t.field("state").value("alive")))
                    .postFilter(
                        f -> f.matchPhrasePrefix(m -> m.field("article.headline").query(typed)));
                for (String field : NAME_FIELDS) {
                  addTerms(request, field, Regexp.escaped(typed) + ".*", count);
                }
                addTerms(request, KEYPHRASES, Regexp.escaped(typed) + ".*", count);
                if (!spelled.isEmpty()) {
                  addTerms(request, PINYIN, Regexp.escaped(spelled) + "[a-z0-9]* .*", count);
                }
                return request;
              },
              Headed.class);
      return suggestions(response, count);
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("suggestions cannot be looked up", e);
    }
  }

  private static void addTerms(
      co.elastic.clients.elasticsearch.core.SearchRequest.Builder request,
      String field,
      String pattern,
      int count) {
    request.aggregations(
        field, a -> a.terms(t -> t.field(field).include(i -> i.regexp(pattern)).size(count)));
  }

  private static List<Suggestion> suggestions(SearchResponse<Headed> response, int count) {
    Map<String, Counted> terms = new LinkedHashMap<>();
    response
        .aggregations()
        .forEach((field, aggregate) -> {
          Suggestion.Type type =
              NAME_FIELDS.contains(field) ? Suggestion.Type.NAME : Suggestion.Type.KEYPHRASE;
          for (StringTermsBucket bucket : buckets(aggregate)) {
            String key = bucket.key().stringValue();
            String text = field.equals(PINYIN) ? key.substring(key.indexOf(' ') + 1) : key;
            Counted counted = new Counted(new Suggestion(text, type, null), bucket.docCount());
            terms.merge(text, counted, Counted::better);
          }
        });
    List<Suggestion> suggestions = new ArrayList<>();
    terms.values().stream()
        .sorted(Comparator.comparingLong(Counted::count).reversed())
        .limit(count)
        .forEach(term -> suggestions.add(term.suggestion()));
    response.hits().hits().stream()
        .map(hit -> hit.source())
        .forEach(source -> {
          Heading article = source == null ? null : source.article();
          if (source != null && article != null) {
            suggestions.add(
                new Suggestion(article.headline(), Suggestion.Type.HEADLINE, source.id()));
          }
        });
    return suggestions.stream().limit(count).toList();
  }

  private static List<StringTermsBucket> buckets(Aggregate aggregate) {
    return aggregate.isSterms() ? aggregate.sterms().buckets().array() : List.of();
  }

  private record Counted(Suggestion suggestion, long count) {
    /// A name by itself says more than its pinyin's guess at a type.
    Counted better(Counted other) {
      Suggestion named = suggestion.type() == Suggestion.Type.NAME ? suggestion : other.suggestion;
      return new Counted(named, Math.max(count, other.count));
    }
  }
}
