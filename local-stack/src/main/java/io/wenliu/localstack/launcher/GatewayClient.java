package io.wenliu.localstack.launcher;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Asks the API what any client may ask.
final class GatewayClient implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  GatewayClient(URI address) {
    this.address = address;
  }

  /// The way of a document so far; empty while the pipeline does not know it or cannot answer.
  Optional<Journey> journey(DocumentId document) throws InterruptedException {
    return get("/api/v1/submissions/" + document).map(Journey::of);
  }

  /// The article itself, as in the contract; empty when it is not there or the pipeline cannot
  /// answer.
  Optional<JsonNode> article(String articleId) throws InterruptedException {
    return get("/api/v1/articles/" + articleId).map(answer -> answer.path("article"));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /// A JSON answer; empty where there is none.
  Optional<JsonNode> get(String path) throws InterruptedException {
    return send(request(path).build());
  }

  /// The answer to a request without a body; empty where it was refused.
  Optional<JsonNode> post(String path) throws InterruptedException {
    return send(request(path).POST(BodyPublishers.noBody()).build());
  }

  /// Whether the gateway asks nobody for a key; empty when it cannot answer.
  Optional<Boolean> isOpen() throws InterruptedException {
    return get("/session").map(session -> session.path("open").asBoolean(false));
  }

  private HttpRequest.Builder request(String path) {
    return withKey(HttpRequest.newBuilder(address.resolve(path)))
        .timeout(TIMEOUT)
        .header("Accept", "application/json");
  }

  /// With the key of the variable `WENLIU_KEY`, if there is one: on a command line every process of
  /// this machine could read it.
  static HttpRequest.Builder withKey(HttpRequest.Builder request) {
    var key = System.getenv("WENLIU_KEY");
    return key == null || key.isBlank() ? request : request.header("X-Api-Key", key.strip());
  }

  private Optional<JsonNode> send(HttpRequest request) throws InterruptedException {
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      return answer.statusCode() == OK || answer.statusCode() == ACCEPTED
          ? Optional.of(ContractJson.read(answer.body(), JsonNode.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
