package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.CompactedKey;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.testkit.KafkaRecords;
import io.wenliu.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A source changes a text and does not raise its version.
@WithServers
class SecondTextIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private Newsroom newsroom;
  @Autowired private EventPublisher publisher;

  @Test
  void theFirstOfTwoTextsUnderOneVersionCountsAndTheSecondSaysWhyItDoesNot() {
    // Given
    DocumentId page = newDocument();
    ArticleEnriched first =
        newsroom.publishPage(page, version(7), article("鹭鸶洲渡口", "渡口今天启用。")).getFirst();
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When
    newsroom.publishPage(page, version(7), article("鹭鸶洲渡口", "渡口延期启用。"));
    await().atMost(PATIENCE).until(() -> letters(page).size() == 1);

    // Then
    assertThat(letters(page).getFirst().path("reason").asString())
        .isEqualTo("版本 7 已有另一份内容，先到的有效；内容有改动，请提高版本号");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(newsroom.get("/api/v1/submissions/" + page).body().path("events").toString())
                .contains("请提高版本号"));
    assertThat(newsroom.stateOf(page)).isEqualTo("searchable");
    assertThat(newsroom.headlines("鹭鸶洲 “今天启用”")).hasSize(1);
    assertThat(newsroom.headlines("鹭鸶洲 “延期启用”")).isEmpty();
    assertThat(onTheTopic(first)).last().isEqualTo(first);
  }

  @Test
  void theSameTextOnceMoreIsNoSecondText() {
    // Given
    DocumentId page = newDocument();
    newsroom.publishPage(page, version(1), article("苇塘放鸭", "放鸭人归来。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When: what comes behind it tells that the repetition is done
    newsroom.publishPage(page, version(1), article("苇塘放鸭", "放鸭人归来。"));
    newsroom.publishPage(page, version(2), article("苇塘放鸭", "放鸭人又归来。"));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("苇塘 “又归来”").size() == 1);

    // Then
    assertThat(letters(page)).isEmpty();
  }

  @Test
  void whereCompactionHasLeftTheSecondInFrontTheFirstTakesItsPlaceAgain() {
    // Given
    DocumentId page = newDocument();
    ArticleEnriched first = newsroom.enriched(page, version(1), article("芦花荡采藕", "采藕开始。"));
    ArticleEnriched second = newsroom.enriched(page, version(1), article("芦花荡采藕", "采藕推迟。"));
    newsroom.publishArticle(second);
    await().atMost(PATIENCE).until(() -> newsroom.headlines("芦花荡 “采藕推迟”").size() == 1);

    // When
    publisher.publish(
        new Outbound.Raw(
            Topics.ENRICHED,
            CompactedKey.of(first.id(), first.version()),
            Map.of(EventHeaders.TYPE, first.type().id(), "wenliu-restated", "true"),
            ContractJson.write(first)));

    // Then
    await().atMost(PATIENCE).until(() -> newsroom.headlines("芦花荡 “采藕开始”").size() == 1);
    assertThat(newsroom.headlines("芦花荡 “采藕推迟”")).isEmpty();
    assertThat(letters(page)).isEmpty();
  }

  private List<JsonNode> letters(DocumentId page) {
    return newsroom
        .get("/api/v1/dead-letters?documentId=" + page)
        .body()
        .path("deadLetters")
        .valueStream()
        .toList();
  }

  /// Every record under its key, the last one last.
  private static List<ArticleEnriched> onTheTopic(ArticleEnriched article) {
    String key = CompactedKey.of(article.id(), article.version());
    List<ConsumerRecord<byte[], byte[]>> records =
        KafkaRecords.committed(TestServers.kafka())
            .read(
                Topics.ENRICHED,
                0,
                record -> new String(record.key(), StandardCharsets.UTF_8).equals(key));
    return records.stream()
        .map(record -> ContractJson.read(record.value(), ArticleEnriched.class))
        .toList();
  }
}
