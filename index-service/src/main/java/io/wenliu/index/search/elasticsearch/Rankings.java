package io.wenliu.index.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonpDeserializer;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.util.ObjectBuilder;
import java.io.IOException;
import java.util.function.Function;

/// Asks for hits by columns alone.
///
/// Ids are stored beside the article's text, and Elasticsearch unpacks both for one: with some
/// hundred hits to a ranking, that was a third of a search. So ids come from their column too. The
/// answers go straight into records that hold what a ranking needs, not by way of the client's own
/// classes, which hold whatever an answer may have: some per cent of the processor time of a
/// search.
final class Rankings {

  private static final String ID = "id";
  private static final String FINGERPRINTS = "fingerprints";

  private static final Endpoint<SearchRequest, RankingAnswer, ErrorResponse> SEARCH =
      SearchRequest._ENDPOINT.withResponseDeserializer(JsonpDeserializer.of(RankingAnswer.class));

  private Rankings() {}

  /// @param asking adds what is looked for and where
  /// @throws ElasticsearchException if the request is refused
  /// @throws IOException if Elasticsearch cannot be reached
  static RankingAnswer ask(
      ElasticsearchClient client,
      Function<SearchRequest.Builder, ObjectBuilder<SearchRequest>> asking)
      throws IOException {
    SearchRequest.Builder columns =
        new SearchRequest.Builder()
            .source(source -> source.fetch(false))
            .storedFields("_none_")
            .docvalueFields(f -> f.field(ID))
            .docvalueFields(f -> f.field(FINGERPRINTS))
            .version(true);
    return client
        ._transport()
        .performRequest(asking.apply(columns).build(), SEARCH, client._transportOptions());
  }
}
