package io.wenliu.index.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import io.wenliu.index.search.RankedArticle;
import jakarta.json.JsonString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for hits by columns alone.
///
/// Ids are stored beside the article's text, and Elasticsearch unpacks both for one: with some
/// hundred hits to a ranking, that was a third of a search. So ids come from their column too.
public final class Rankings {

  private static final String ID = "id";
  private static final String FINGERPRINTS = "fingerprints";

  private Rankings() {}

  /// @param request that asks for nothing of its hits yet
  public static SearchRequest.Builder columns(SearchRequest.Builder request) {
    return request
        .source(source -> source.fetch(false))
        .storedFields("_none_")
        .docvalueFields(f -> f.field(ID))
        .docvalueFields(f -> f.field(FINGERPRINTS))
        .version(true);
  }

  /// @param response to a request for [#columns(SearchRequest.Builder)]
  public static List<RankedArticle> of(SearchResponse<Void> response) {
    return response.hits().hits().stream().map(Rankings::article).toList();
  }

  private static RankedArticle article(Hit<Void> hit) {
    Long version = hit.version();
    Double score = hit.score();
    return new RankedArticle(
        values(hit.fields().get(ID)).getFirst(),
        version == null ? -1 : version,
        score == null ? 0 : score,
        hit.sort().stream().map(Rankings::text).toList(),
        values(hit.fields().get(FINGERPRINTS)),
        hit.matchedQueries().containsKey(ArticleQuery.BY_WORDS));
  }

  /// As it was parsed: to be given another type, the client would write it to a string and parse
  /// that, for each of some hundred hits.
  private static List<String> values(@Nullable JsonData field) {
    return field == null
        ? List.of()
        : List.copyOf(field.toJson().asJsonArray().getValuesAs(JsonString::getString));
  }

  private static String text(FieldValue value) {
    return value.isString() ? value.stringValue() : String.valueOf(value._get());
  }
}
