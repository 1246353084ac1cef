package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.manifest;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static io.wenliu.index.Newsroom.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.Lane;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Version;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WithServers
class LanesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private Newsroom newsroom;
  @Autowired private EventPublisher publisher;

  @RepeatedTest(5)
  void ofADocumentOnBothLanesTheHigherVersionStands() {
    // Given
    DocumentId page = newDocument();
    String word = "槐荫里" + page.value().substring(0, 6);
    ArticleEnriched old = newsroom.enriched(page, version(1), article(word + "旧闻", "旧事一则。"));
    ArticleEnriched now = newsroom.enriched(page, version(2), article(word + "新闻", "新事一则。"));

    // When
    publish(Lane.BACKFILL, old);
    publish(Lane.LIVE, now);
    publish(Lane.LIVE, manifest(page, version(2), List.of(now)));
    publish(Lane.BACKFILL, manifest(page, version(1), List.of(old)));

    // Then
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(newsroom.get("/api/v1/articles/" + old.id()).status()).isEqualTo(410));
    assertThat(newsroom.get("/api/v1/articles/" + now.id()).status()).isEqualTo(200);
  }

  @Test
  void aWithdrawalTakesBackWhatStillWaitedInTheBackfill() {
    // Given
    DocumentId page = newDocument();
    ArticleEnriched late = newsroom.enriched(page, version(4), article("芦苇荡观鸟", "观鸟季开始。"));
    Instant accepted = Instant.now().minusSeconds(60);
    publish(Lane.LIVE, withdrawal(page, null));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("withdrawn"));

    // When
    publish(Lane.BACKFILL, late, accepted);
    publish(Lane.BACKFILL, manifest(page, version(4), List.of(late)), accepted);

    // Then
    await()
        .atMost(PATIENCE)
        .until(() -> newsroom.get("/api/v1/articles/" + late.id()).status() == 410);
    assertThat(newsroom.stateOf(page)).isEqualTo("withdrawn");
  }

  @Test
  void aSourceThatNumbersAndDatesItsVersionsIsToldSo() {
    // Given
    DocumentId page = newDocument();
    newsroom.publishPage(page, version(7), article("竹篾巷手艺", "手艺人传艺。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When
    Version dated = Version.ofTime(Instant.parse("2025-03-18T08:00:00Z"));
    newsroom.publishPage(page, dated, article("竹篾巷手艺", "手艺人收徒。"));

    // Then
    await().atMost(PATIENCE).until(() -> letters(page).size() == 2);
    assertThat(letters(page))
        .allSatisfy(letter ->
            assertThat(letter.path("reason").asString())
                .contains("同一文档的版本不能既用序号又用时间", "7", "1742284800000"));
    assertThat(newsroom.headlines("竹篾巷 “手艺人传艺”")).hasSize(1);
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("failed"));
  }

  @Test
  void operationsShowEveryStageWithItsLanes() {
    // When
    await().atMost(PATIENCE).until(() -> newsroom.get("/api/v1/operations").status() == 200);
    JsonNode operations = newsroom.get("/api/v1/operations").body();

    // Then
    assertThat(operations.path("stages").valueStream().map(stage -> stage.path("name").asString()))
        .containsExactly("ingest", "enrich", "embed", "index", "index-vectors", "journey", "alert");
    assertThat(operations.path("lanes").valueStream().map(lane -> lane.path("name").asString()))
        .containsExactly("live", "backfill");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode index = newsroom.get("/api/v1/operations").body().path("stages").path(3);
          assertThat(index.path("lag").asLong()).isZero();
          assertThat(index.path("oldestSeconds").isNull()).isTrue();
        });
  }

  private void publish(Lane lane, PipelineMessage message) {
    publisher.publish(Outbound.event(lane.enriched(), message));
  }

  private void publish(Lane lane, PipelineMessage message, Instant receivedAt) {
    String key =
        message instanceof DocumentManifest manifest
            ? manifest.document().value()
            : ((ArticleEnriched) message).id().value();
    publisher.publish(
        new Outbound.Raw(
            lane.enriched(),
            key,
            Map.of(
                EventHeaders.TYPE,
                message.type().id(),
                EventHeaders.RECEIVED_AT,
                receivedAt.toString()),
            ContractJson.write(message)));
  }

  private List<JsonNode> letters(DocumentId page) {
    return newsroom
        .get("/api/v1/dead-letters?state=waiting&documentId=" + page)
        .body()
        .path("deadLetters")
        .valueStream()
        .toList();
  }
}
