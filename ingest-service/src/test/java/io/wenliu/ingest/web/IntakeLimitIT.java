package io.wenliu.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.testkit.NeedsKafka;
import io.wenliu.testkit.SampleDocuments;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// Nobody works on articles here, so every page adds to the backlog for good.
@NeedsKafka
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "wenliu.kafka.partitions=2",
      "wenliu.ingest.intake.max-backlog=5",
      "wenliu.ingest.intake.retry-after=17s",
      "wenliu.ingest.intake.check-interval=100ms"
    })
class IntakeLimitIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir static Path claimDirectory;

  @LocalServerPort int port;
  @Autowired EventPublisher publisher;
  @Autowired io.wenliu.kafka.backlog.BacklogReader backlog;

  @DynamicPropertySource
  static void claimStore(DynamicPropertyRegistry registry) {
    registry.add("wenliu.claim-store.dir", () -> claimDirectory.toString());
  }

  @Test
  void beyondTheLimitSubmissionsAreAskedToWaitAndPushesAreNot() throws Exception {
    // Given
    await().atMost(PATIENCE).until(() -> submit("live").statusCode() == 429);

    // When
    HttpResponse<String> refused = submit("live");
    long before = articles();
    publisher.publish(
        new Outbound.Raw(
            Topics.SUBMISSIONS,
            UUID.randomUUID().toString(),
            Map.of("id", UUID.randomUUID().toString(), "content-type", "text/plain"),
            SampleDocuments.SHORT_PAGE.bytes()));

    // Then
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("17");
    assertThat(refused.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = ContractJson.read(refused.body().getBytes(UTF_8), JsonNode.class);
    assertThat(problem.path("detail").asString()).contains("积压已达上限（5 条）");
    await().atMost(PATIENCE).until(() -> articles() > before);
  }

  @Test
  void aLaneIsFullByItself() throws Exception {
    // Given
    await().atMost(PATIENCE).until(() -> submit("live").statusCode() == 429);

    // When
    HttpResponse<String> backfill = submit("backfill");

    // Then
    assertThat(backfill.statusCode()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(() ->
            backlog.read().stream().anyMatch(of -> of.lane() == Lane.BACKFILL && of.lag() > 0));
    assertThat(submit("someday").statusCode()).isEqualTo(400);
  }

  private long articles() {
    return backlog.read().stream()
        .filter(of -> of.stage() == io.wenliu.contract.Stage.ENRICH && of.lane() == Lane.LIVE)
        .mapToLong(of -> of.lag())
        .sum();
  }

  private HttpResponse<String> submit(String lane) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + port
                        + "/api/v1/submissions?source=cms&lane="
                        + lane
                        + "&id="
                        + UUID.randomUUID()))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofByteArray(SampleDocuments.SHORT_PAGE.bytes()))
            .build(),
        BodyHandlers.ofString());
  }
}
