package io.wenliu.systemtests;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
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
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The public API as any client calls it, through the gateway.
public final class Api {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  public Api(URI address) {
    this.address = address;
  }

  public static Api ofSharedPipeline() {
    return new Api(SharedPipeline.get().address());
  }

  /// What the gateway answered.
  ///
  /// @param body missing where the answer is no JSON
  public record Answer(int status, JsonNode body, String location) {}

  public Answer search(Map<String, String> parameters) {
    return get("/api/v1/articles?" + query(parameters));
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// Ids of the articles that a query finds, the best first.
  public List<String> idsOf(Map<String, String> parameters) {
    return search(parameters)
        .body()
        .path("hits")
        .valueStream()
        .map(hit -> hit.path("id").asString())
        .toList();
  }

  public Answer article(String id) {
    return get("/api/v1/articles/" + id);
  }

  public Answer journey(DocumentId document) {
    return get("/api/v1/submissions/" + document);
  }

  /// The journey's state, `unknown` while there is none.
  public String state(DocumentId document) {
    return journey(document).body().path("state").asString("unknown");
  }

  Answer withdraw(DocumentId document, String source) {
    return send(
        request("/api/v1/documents/" + document).header("X-Wenliu-Source", source).DELETE());
  }

  public Answer submit(String contentType, byte[] body, Map<String, String> headers) {
    return submit(contentType, body, headers, Map.of());
  }

  public Answer submit(
      String contentType,
      byte[] body,
      Map<String, String> headers,
      Map<String, String> parameters) {
    HttpRequest.Builder request =
        request("/api/v1/submissions?" + query(parameters)).header("Content-Type", contentType);
    headers.forEach(request::header);
    return send(request.POST(BodyPublishers.ofByteArray(body)));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /// Without a body.
  Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(TIMEOUT)
        .header("Accept", "application/json, application/problem+json");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      boolean json =
          response.headers().firstValue("Content-Type").orElse("").contains("json")
              && response.body().length > 0;
      return new Answer(
          response.statusCode(),
          json ? ContractJson.mapper().readTree(response.body()) : MissingNode.getInstance(),
          response.headers().firstValue("Location").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
