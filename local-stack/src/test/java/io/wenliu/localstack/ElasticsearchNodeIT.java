package io.wenliu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchNodeIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir static Path folder;
  private static ElasticsearchNode elasticsearch;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void startNode() {
    elasticsearch = new ElasticsearchNode(NodeSettings.in(folder));
    elasticsearch.start();
    elasticsearch.awaitReady(PATIENCE);
  }

  @AfterAll
  static void stopNode() {
    elasticsearch.close();
  }

  @Test
  void rootPathTellsTheVersionAsClientsExpectIt() throws Exception {
    // When
    var answer = send("GET", "/", "");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Elastic-Product")).contains("Elasticsearch");
    assertThat(answer.body())
        .contains("\"number\":\"9.5.3\"", "\"tagline\":\"You Know, for Search\"");
  }

  @Test
  void documentIsFoundAgainAfterStopAndStart() throws Exception {
    // Given
    index("stopped", "乡村振兴");

    // When
    elasticsearch.restart();
    elasticsearch.awaitReady(PATIENCE);

    // Then
    assertThatSearchFinds("stopped", "振兴");
  }

  @Test
  void documentIsFoundAgainAfterKill() throws Exception {
    // Given
    index("killed", "抗战胜利");

    // When
    elasticsearch.kill();
    elasticsearch.start();
    elasticsearch.awaitReady(PATIENCE);

    // Then
    assertThatSearchFinds("killed", "胜利");
  }

  @Test
  void footprintStaysSmall() {
    // When
    var footprint = elasticsearch.footprint();

    // Then
    assertThat(footprint.residentBytes()).isBetween(100L << 20, 1500L << 20);
    assertThat(footprint.cpuTime()).isPositive();
  }

  private static void index(String index, String text) throws Exception {
    var answer = send("PUT", "/" + index + "/_doc/1?refresh=true", "{\"text\": \"" + text + "\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
  }

  /// The node takes requests before it has opened every shard of a former run.
  private static void assertThatSearchFinds(String index, String phrase) {
    var query = "{\"query\": {\"match_phrase\": {\"text\": \"" + phrase + "\"}}}";
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(send("POST", "/" + index + "/_search", query).body())
                .contains("\"total\":{\"value\":1"));
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(elasticsearch.uri().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
