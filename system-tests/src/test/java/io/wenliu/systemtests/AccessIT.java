package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.testkit.Names;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Keys from the door to the services behind it.
class AccessIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static KeyedGateway gateway;

  @BeforeAll
  static void start() {
    gateway = KeyedGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void wireSubmitsFollowsAndWithdrawsItsOwnAndNobodyElses() throws Exception {
    // Given
    String id = Names.unique("稿件");
    DocumentId own = DocumentId.of(KeyedGateway.WIRE_SOURCE, id);
    DocumentId others = DocumentId.of("somebody-else", id);

    // When
    HttpResponse<String> accepted = submit(KeyedGateway.WIRE, KeyedGateway.WIRE_SOURCE, id);
    HttpResponse<String> refused = submit(KeyedGateway.WIRE, "somebody-else", id);
    HttpResponse<String> ofOthers = submit(KeyedGateway.OPERATOR, "somebody-else", id);

    // Then
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(ofOthers.statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> state(KeyedGateway.WIRE, own).equals("searchable"));
    await().atMost(PATIENCE).until(() -> state(KeyedGateway.READER, others).equals("searchable"));
    assertThat(get(KeyedGateway.WIRE, "/submissions/" + others).statusCode()).isEqualTo(404);
    assertThat(get(KeyedGateway.WIRE, "/articles").statusCode()).isEqualTo(403);

    String proof = "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    assertThat(withdraw(KeyedGateway.READER, own, proof)).isEqualTo(403);
    assertThat(withdraw(KeyedGateway.WIRE, others, proof)).isEqualTo(403);
    assertThat(withdraw(KeyedGateway.WIRE, own, "")).isEqualTo(403);
    assertThat(state(KeyedGateway.OPERATOR, own)).isEqualTo("searchable");
    assertThat(withdraw(KeyedGateway.WIRE, own, proof)).isEqualTo(202);
    assertThat(withdraw(KeyedGateway.OPERATOR, others, "")).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> state(KeyedGateway.OPERATOR, own).equals("withdrawn"));
    await().atMost(PATIENCE).until(() -> state(KeyedGateway.OPERATOR, others).equals("withdrawn"));
  }

  @Test
  void readerKeepsAlertsAndOnlyAnOperatorOnesWithWebhook() throws Exception {
    // Given
    String plain = "{\"name\":\"花\",\"query\":{\"q\":\"" + Names.unique("花") + "\"}}";
    String hooked =
        plain.substring(0, plain.length() - 1)
            + ",\"webhook\":{\"url\":\"http://1.1.1.1/\",\"secret\":\"a-secret-of-the-desk\"}}";

    // When, Then
    assertThat(alert(KeyedGateway.READER, hooked).statusCode()).isEqualTo(403);
    assertThat(alert(KeyedGateway.WIRE, plain).statusCode()).isEqualTo(403);
    for (HttpResponse<String> made :
        List.of(alert(KeyedGateway.READER, plain), alert(KeyedGateway.OPERATOR, hooked))) {
      assertThat(made.statusCode()).isEqualTo(201);
      String address =
          "/alerts/" + ContractJson.mapper().readTree(made.body()).path("id").asString();
      assertThat(send(KeyedGateway.OPERATOR, request(address).DELETE()).statusCode())
          .isEqualTo(204);
    }
  }

  private static HttpResponse<String> submit(String key, String source, String id)
      throws Exception {
    byte[] envelope =
        ContractJson.write(InventedNews.submission(source, id, 1L, InventedNews.article(3)));
    return send(
        key,
        request("/submissions")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(envelope)));
  }

  private static HttpResponse<String> alert(String key, String body) throws Exception {
    return send(
        key,
        request("/alerts")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String state(String key, DocumentId document) throws Exception {
    return ContractJson.mapper()
        .readTree(get(key, "/submissions/" + document).body())
        .path("state")
        .asString("unknown");
  }

  private static int withdraw(String key, DocumentId document, String query) throws Exception {
    return send(key, request("/documents/" + document + query).DELETE()).statusCode();
  }

  private static HttpResponse<String> get(String key, String path) throws Exception {
    return send(key, request(path));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.address() + "/api/v1" + path));
  }

  private static HttpResponse<String> send(String key, HttpRequest.Builder request)
      throws Exception {
    return HTTP.send(request.header("X-Api-Key", key).build(), BodyHandlers.ofString());
  }
}
