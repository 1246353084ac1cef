package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.manifest;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.Claim;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Articles whose content the claim store has lost can never be indexed, until it is restored.
@WithServers
class DeadLettersIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private Newsroom newsroom;
  @Autowired private EventPublisher publisher;
  @Autowired private ClaimStore claims;

  @Test
  void aReplayedLetterBecomesSearchableAndLeavesTheRejected() {
    // Given
    long before = rejected();
    DocumentId page = newDocument();
    ArticleEnriched article = lost(page, "雁荡路书店重新开张");
    newsroom.publish(manifest(page, version(1), List.of(article)));
    JsonNode letter = awaitLetter(page);
    await().atMost(PATIENCE).until(() -> rejected() > before);
    long documents = newsroom.settledImbalance("documents");
    long articles = newsroom.settledImbalance("articles");
    long rejected = rejected();
    restore(article);

    // When
    Newsroom.Answer answer = newsroom.post(path(letter, "/replay"), "");

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("state").asString()).isEqualTo("replayed");
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));
    assertThat(newsroom.headlines("“雁荡路书店”")).containsExactly("雁荡路书店重新开张");
    await().atMost(PATIENCE).until(() -> rejected() == rejected - 1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(newsroom.imbalance("documents")).isEqualTo(documents);
          assertThat(newsroom.imbalance("articles")).isEqualTo(articles);
        });
    JsonNode after = newsroom.get("/api/v1/dead-letters/" + id(letter)).body();
    assertThat(after.path("replayedAt").isString()).isTrue();
    assertThat(after.path("preview").isNull()).isTrue();
  }

  @Test
  void aLetterTellsWhatItIsAndWhy() {
    // Given
    DocumentId page = newDocument();
    broken(page, "{\"headline\": \"望海路");

    // When
    JsonNode letter = newsroom.get("/api/v1/dead-letters/" + id(awaitLetter(page))).body();

    // Then
    assertThat(letter.path("stage").asString()).isEqualTo("index");
    assertThat(letter.path("topic").asString()).isEqualTo(Topics.ENRICHED);
    assertThat(letter.path("key").asString()).isEqualTo(page.value());
    assertThat(letter.path("documentId").asString()).isEqualTo(page.value());
    assertThat(letter.path("reason").asString()).startsWith("无法读取");
    assertThat(letter.path("attempt").asInt()).isEqualTo(1);
    assertThat(letter.path("state").asString()).isEqualTo("waiting");
    assertThat(letter.path("preview").asString()).isEqualTo("{\"headline\": \"望海路");
    assertThat(letter.path("headers").path("ce_type").asString())
        .isEqualTo(MessageType.ARTICLE_ENRICHED.id());
  }

  @Test
  void aLetterShowsWhatItHoldsByReferenceAndIsReplayedWithIt() {
    // Given
    DocumentId page = newDocument();
    byte[] large = ("望海路" + "长".repeat(400_000)).getBytes(StandardCharsets.UTF_8);
    publish(page, "io.wenliu.hearsay.v1", Map.of(), large);
    JsonNode first = awaitLetter(page);

    // When
    newsroom.post(path(first, "/replay"), "");
    await().atMost(PATIENCE).until(() -> letters(page, "waiting").size() == 1);

    // Then
    JsonNode second =
        newsroom.get("/api/v1/dead-letters/" + id(letters(page, "waiting").getFirst())).body();
    assertThat(second.path("attempt").asInt()).isEqualTo(2);
    assertThat(second.path("bytes").asLong()).isEqualTo(large.length);
    assertThat(second.path("preview").asString()).startsWith("望海路长");
  }

  @Test
  void aLetterThatFailsAgainComesBackOnceHoweverOftenItIsReplayed() {
    // Given
    DocumentId page = newDocument();
    broken(page, "{");
    JsonNode letter = awaitLetter(page);

    // When
    newsroom.post(path(letter, "/replay"), "");
    newsroom.post(path(letter, "/replay"), "");
    await().atMost(PATIENCE).until(() -> letters(page, "waiting").size() == 1);

    // Then
    JsonNode second = letters(page, "waiting").getFirst();
    assertThat(id(second)).isNotEqualTo(id(letter));
    assertThat(second.path("attempt").asInt()).isEqualTo(2);
    assertThat(letters(page, "replayed")).extracting(DeadLettersIT::id).containsExactly(id(letter));
  }

  @Test
  void lettersOfOneReasonAreReplayedTogether() {
    // Given
    String reason = "无法读取：no message of ours has the type io.wenliu.rumour.v1";
    List<DocumentId> pages = List.of(newDocument(), newDocument(), newDocument());
    pages.forEach(page -> publish(page, "io.wenliu.rumour.v1", Map.of(), new byte[] {'{', '}'}));
    DocumentId other = newDocument();
    broken(other, "[");
    pages.forEach(this::awaitLetter);
    awaitLetter(other);

    // When
    Newsroom.Answer answer =
        newsroom.post("/api/v1/dead-letters/replay", "{\"reason\":\"" + reason + "\"}");

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("replayed").asInt()).isEqualTo(3);
    await()
        .atMost(PATIENCE)
        .until(() -> pages.stream().allMatch(page -> letters(page, "replayed").size() == 1));
    assertThat(letters(other, "waiting")).hasSize(1);
    assertThat(newsroom.get("/api/v1/dead-letters").body().path("reasons").toString())
        .contains("io.wenliu.rumour.v1");
  }

  @Test
  void aDiscardedLetterIsErasedAndCannotBeReplayed() {
    // Given
    DocumentId page = newDocument();
    broken(page, "{");
    JsonNode letter = awaitLetter(page);

    // When
    Newsroom.Answer answer = newsroom.post(path(letter, "/discard"), "");

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(newsroom.post(path(letter, "/replay"), "").body().path("state").asString())
        .isEqualTo("discarded");
    assertThat(letters(page, "waiting")).isEmpty();
    assertThat(letters(page, "discarded")).hasSize(1);
  }

  @Test
  void whatIsWrongWithARequestIsSaid() {
    // The indices may still be in the making.
    await()
        .atMost(PATIENCE)
        .until(() -> newsroom.get("/api/v1/dead-letters/unknown").status() == 404);
    assertThat(newsroom.get("/api/v1/dead-letters?state=lost").status()).isEqualTo(400);
    assertThat(newsroom.get("/api/v1/dead-letters?size=1000").status()).isEqualTo(400);
    assertThat(newsroom.get("/api/v1/dead-letters?cursor=x").status()).isEqualTo(400);
    assertThat(newsroom.post("/api/v1/dead-letters/replay", "{}").status()).isEqualTo(400);
  }

  @Test
  void pagesOfTheListDoNotOverlap() {
    // Given
    DocumentId page = newDocument();
    for (int i = 0; i < 5; i++) {
      broken(page, "{" + i);
    }
    await().atMost(PATIENCE).until(() -> letters(page, "waiting").size() == 5);
    String list = "/api/v1/dead-letters?size=3&documentId=" + page;

    // When
    JsonNode first = newsroom.get(list).body();
    JsonNode second = newsroom.get(list + "&cursor=" + first.path("cursor").asString()).body();

    // Then
    assertThat(first.path("total").asInt()).isEqualTo(5);
    assertThat(second.path("deadLetters").size()).isEqualTo(2);
    assertThat(second.path("deadLetters").valueStream().map(DeadLettersIT::id))
        .doesNotContainAnyElementsOf(
            first.path("deadLetters").valueStream().map(DeadLettersIT::id).toList());
  }

  /// An article that went by reference and whose content is not there.
  private ArticleEnriched lost(DocumentId page, String headline) {
    ArticleEnriched article =
        newsroom.enriched(page, version(1), article(headline, "店主说，架上多了乡土文献。"));
    Claim claim = Claim.to(ContractJson.write(article));
    publisher.publish(
        new Outbound.Raw(
            Topics.ENRICHED,
            article.id().value(),
            headers(
                MessageType.ARTICLE_ENRICHED.id(),
                Map.of(
                    EventHeaders.DATA_REF,
                    "urn:sha256:" + claim.sha256(),
                    EventHeaders.DATA_SIZE,
                    Long.toString(claim.size()))),
            new byte[0]));
    return article;
  }

  private void restore(ArticleEnriched article) {
    claims.put(ContractJson.write(article));
  }

  private void broken(DocumentId page, String json) {
    publish(
        page, MessageType.ARTICLE_ENRICHED.id(), Map.of(), json.getBytes(StandardCharsets.UTF_8));
  }

  private void publish(DocumentId page, String type, Map<String, String> headers, byte[] value) {
    publisher.publish(
        new Outbound.Raw(Topics.ENRICHED, page.value(), headers(type, headers), value));
  }

  private static Map<String, String> headers(String type, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put(EventHeaders.TYPE, type);
    headers.put(EventHeaders.SOURCE, "/" + Newsroom.SOURCE);
    return headers;
  }

  private JsonNode awaitLetter(DocumentId page) {
    await().atMost(PATIENCE).until(() -> !letters(page, "waiting").isEmpty());
    return letters(page, "waiting").getFirst();
  }

  private List<JsonNode> letters(DocumentId page, String state) {
    return newsroom
        .get("/api/v1/dead-letters?documentId=" + page + "&state=" + state)
        .body()
        .path("deadLetters")
        .valueStream()
        .toList();
  }

  private static String id(JsonNode letter) {
    return letter.path("id").asString();
  }

  private static String path(JsonNode letter, String action) {
    return "/api/v1/dead-letters/" + id(letter) + action;
  }

  private long rejected() {
    return newsroom.get("/api/v1/ledger").body().path("documents").path("rejected").asLong();
  }
}
