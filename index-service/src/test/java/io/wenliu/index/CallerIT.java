package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the service does not do for everybody whom the gateway lets in.
@WithServers
class CallerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PLAIN = "{\"name\":\"花\",\"query\":{\"q\":\"无人问津的花\"}}";
  private static final String WITH_WEBHOOK =
      PLAIN.substring(0, PLAIN.length() - 1)
          + ",\"webhook\":{\"url\":\"http://127.0.0.1:9/hooks/T0KEN\","
          + "\"secret\":\"a-secret-of-the-desk\"}}";

  @Autowired private Newsroom newsroom;

  @Test
  void alertWithWebhookIsAnOperators() throws Exception {
    // Given
    String hooked = id(send("operator", "POST", "/alerts", WITH_WEBHOOK));
    String plain = id(send("reader", "POST", "/alerts", PLAIN));

    // When, Then
    assertThat(send("reader", "POST", "/alerts", WITH_WEBHOOK).statusCode()).isEqualTo(403);
    assertThat(send("reader", "PUT", "/alerts/" + plain, WITH_WEBHOOK).statusCode()).isEqualTo(403);
    assertThat(send("reader", "PUT", "/alerts/" + hooked, PLAIN).statusCode()).isEqualTo(403);
    assertThat(send("reader", "DELETE", "/alerts/" + hooked, "").statusCode()).isEqualTo(403);
    assertThat(send("reader", "GET", "/alerts/" + hooked, "").body())
        .contains("http://127.0.0.1:9/…")
        .doesNotContain("T0KEN");
    assertThat(send("reader", "GET", "/alerts", "").body()).doesNotContain("T0KEN");
    assertThat(send("operator", "GET", "/alerts/" + hooked, "").body()).contains("T0KEN");
    assertThat(send("reader", "PUT", "/alerts/" + plain, PLAIN).statusCode()).isEqualTo(200);
    assertThat(send("reader", "DELETE", "/alerts/" + plain, "").statusCode()).isEqualTo(204);
    assertThat(send("operator", "DELETE", "/alerts/" + hooked, "").statusCode()).isEqualTo(204);
  }

  @Test
  void submitterFollowsItsOwnDocumentsOnly() throws Exception {
    // Given
    DocumentId document = newDocument();
    newsroom.publishPage(document, version(1), article("投稿人只看自己的", "甲。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(document).equals("searchable"));
    String journey = "/submissions/" + document;
    String source = json(send("operator", "GET", journey, "")).path("source").asString();

    // When, Then
    assertThat(send("reader", "GET", journey, "").statusCode()).isEqualTo(200);
    assertThat(send("submitter", "GET", journey, "").statusCode()).isEqualTo(404);
    assertThat(
            HTTP.send(
                    request("submitter", journey)
                        .setHeader("X-Wenliu-Caller-Sources", "other," + source)
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> send(String role, String method, String path, String body)
      throws Exception {
    return HTTP.send(
        request(role, path)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// As the gateway passes a caller's request on.
  private HttpRequest.Builder request(String role, String path) {
    return HttpRequest.newBuilder(newsroom.uri("/api/v1" + path))
        .header("X-Wenliu-Caller", "a-key")
        .header("X-Wenliu-Caller-Roles", role)
        .header("X-Wenliu-Caller-Sources", role.equals("operator") ? "*" : "nobody");
  }

  private static String id(HttpResponse<String> created) {
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return json(created).path("id").asString();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ContractJson.mapper().readTree(answer.body());
  }
}
