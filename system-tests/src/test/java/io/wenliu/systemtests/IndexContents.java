package io.wenliu.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What Elasticsearch holds, read past the services: the word of an independent witness.
public final class IndexContents {

  private static final int PAGE = 2_000;

  /// Each has a few versions at most, and one answer holds 10,000 hits.
  private static final int DOCUMENTS_A_QUERY = 1_000;

  private final URI elasticsearch;
  private final HttpClient http = HttpClient.newHttpClient();

  public IndexContents(URI elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  public static IndexContents ofSharedPipeline() {
    return new IndexContents(SharedPipeline.get().elasticsearch().uri());
  }

  /// Id and version of every article of a source that searches may show.
  public Map<String, Long> alive(String source) {
    return articles("source", source, "alive");
  }

  /// The same as a search sees it at this moment.
  Map<String, Long> shown(String source) {
    JsonNode hits =
        post(
                "/articles/_search",
                """
                {"size": %d, "_source": ["id", "version"], "query": {"bool": {"filter": [
                  {"term": {"source": "%s"}}, {"term": {"state": "alive"}}]}}}
                """
                    .formatted(PAGE, source))
            .at("/hits/hits");
    Map<String, Long> found = new TreeMap<>();
    for (JsonNode hit : hits) {
      found.put(hit.at("/_source/id").asString(), hit.at("/_source/version").asLong());
    }
    return found;
  }

  /// The indices that an alias leads to.
  List<String> behind(String alias) {
    HttpRequest request =
        HttpRequest.newBuilder(elasticsearch.resolve("/_alias/" + alias)).GET().build();
    try {
      var response = http.send(request, BodyHandlers.ofByteArray());
      return response.statusCode() == 404
          ? List.of()
          : List.copyOf(ContractJson.mapper().readTree(response.body()).propertyNames());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Id and version of every article, of whatever source, that has a vector.
  public Map<String, Long> embedded() {
    return versions("articles-vectors", "{\"term\": {\"state\": \"alive\"}}");
  }

  /// How many vectors of a source searches can find.
  public long vectors(String source) {
    return post(
            "/articles-vectors/_count",
            """
            {"query": {"bool": {"filter": [
              {"term": {"source": "%s"}}, {"term": {"state": "alive"}}]}}}
            """
                .formatted(source))
        .path("count")
        .asLong();
  }

  /// Id and version of every tombstone of a document; a tombstone no longer knows its source.
  Map<String, Long> superseded(DocumentId document) {
    return articles("documentId", document.value(), "superseded");
  }

  /// What the index says of journeys: document id, `-`, version → state.
  public Map<String, String> journeys(Collection<DocumentId> documents) {
    post("/journeys/_refresh", "");
    Map<String, String> found = new TreeMap<>();
    List<DocumentId> all = List.copyOf(documents);
    for (int from = 0; from < all.size(); from += DOCUMENTS_A_QUERY) {
      List<DocumentId> some = all.subList(from, Math.min(all.size(), from + DOCUMENTS_A_QUERY));
      String ids = ContractJson.mapper().writeValueAsString(some);
      JsonNode hits =
          post(
                  "/journeys/_search",
                  """
                  {"size": 10000, "_source": ["documentId", "version", "state"],
                   "query": {"bool": {"filter": [{"terms": {"documentId": %s}}]}}}
                  """
                      .formatted(ids))
              .at("/hits/hits");
      for (JsonNode hit : hits) {
        JsonNode journey = hit.path("_source");
        found.put(
            journey.path("documentId").asString() + "-" + journey.path("version").asLong(),
            journey.path("state").asString());
      }
    }
    return found;
  }

  private Map<String, Long> articles(String field, String value, String state) {
    return versions(
        "articles",
        "{\"term\": {\"%s\": \"%s\"}}, {\"term\": {\"state\": \"%s\"}}"
            .formatted(field, value, state));
  }

  private Map<String, Long> versions(String alias, String filters) {
    post("/" + alias + "/_refresh", "");
    Map<String, Long> found = new TreeMap<>();
    String after = "";
    while (true) {
      JsonNode hits =
          post(
                  "/" + alias + "/_search",
                  """
                  {"size": %d, "sort": [{"id": "asc"}], %s "_source": ["id", "version"],
                   "query": {"bool": {"filter": [%s]}}}
                  """
                      .formatted(PAGE, after, filters))
              .at("/hits/hits");
      if (hits.isEmpty()) {
        return found;
      }
      for (JsonNode hit : hits) {
        found.put(hit.at("/_source/id").asString(), hit.at("/_source/version").asLong());
        after = "\"search_after\": [\"" + hit.at("/_source/id").asString() + "\"],";
      }
    }
  }

  private JsonNode post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(elasticsearch.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            path + " answers " + response.statusCode() + ": " + new String(response.body(), UTF_8));
      }
      return ContractJson.mapper().readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
