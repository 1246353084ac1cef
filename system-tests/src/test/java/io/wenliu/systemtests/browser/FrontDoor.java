package io.wenliu.systemtests.browser;

import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ContractJson;
import io.wenliu.systemtests.SharedPipeline;
import io.wenliu.testkit.SampleDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Submits through the gateway, as the dashboard's own reader might, and waits for the pipeline.
///
/// @param address of the gateway
record FrontDoor(URI address) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// The pipeline of all system tests, or the running one that `-Dtest.gateway.uri` names.
  static FrontDoor ofPipeline() {
    String given = System.getProperty("test.gateway.uri", "");
    return new FrontDoor(given.isEmpty() ? SharedPipeline.get().address() : URI.create(given));
  }

  /// @return the document's id
  String submit(String source, SampleDocument file) {
    return submitted(
        request("?source=" + source + "&id=" + encoded(file.name()) + "&filename=" + file.name())
            .header("Content-Type", file.contentType())
            .POST(BodyPublishers.ofByteArray(file.bytes())));
  }

  /// @param envelope the submission as JSON
  /// @return the document's id
  String submit(String envelope) {
    return submitted(
        request("")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(envelope)));
  }

  /// Returns the ids of the document's articles once a search finds all of them.
  List<String> awaitSearchable(String documentId) {
    await()
        .atMost(PATIENCE)
        .until(() -> journey(documentId).path("state").asString("").equals("searchable"));
    return journey(documentId)
        .path("articles")
        .valueStream()
        .map(article -> article.path("id").asString())
        .toList();
  }

  private JsonNode journey(String documentId) {
    return send(
        HttpRequest.newBuilder(address.resolve("/api/v1/submissions/" + documentId))
            .header("Accept", "application/json, application/problem+json"));
  }

  private HttpRequest.Builder request(String query) {
    return HttpRequest.newBuilder(address.resolve("/api/v1/submissions" + query));
  }

  private String submitted(HttpRequest.Builder request) {
    JsonNode answer = send(request);
    String id = answer.path("documentId").asString("");
    if (id.isEmpty()) {
      throw new IllegalStateException("not accepted: " + answer);
    }
    return id;
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return ContractJson.mapper().readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
