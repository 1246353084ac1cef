package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static io.wenliu.index.Newsroom.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ArticleEmbedded;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.Embedding;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import io.wenliu.kafka.event.CompactedKey;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.testkit.KafkaRecords;
import io.wenliu.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WithServers
class ErasureIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Autowired private Newsroom newsroom;
  @Autowired private EventPublisher publisher;

  @Test
  void theTextOfAWithdrawnDocumentLeavesTheCompactedTopic() throws Exception {
    // Given: a broker that compacts at once
    compactAtOnce(Topics.ENRICHED);
    DocumentId page = newDocument();
    ArticleEnriched article =
        newsroom.publishPage(page, version(1), article("沙柳河大桥", "沙柳河大桥合龙。")).getFirst();
    newsroom.publishPage(page, version(2), article("沙柳河大桥", "沙柳河大桥今天合龙。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When
    newsroom.publish(withdrawal(page, null));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("withdrawn"));
    await().atMost(PATIENCE).until(() -> standing(Topics.ENRICHED, article.id()).isEmpty());

    // Then: every write rolls a segment, and what is behind it is compacted
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> {
          newsroom.publish(withdrawal(page, version(1)));
          assertThat(texts(Topics.ENRICHED, article.id())).isEmpty();
        });
    assertThat(records(Topics.EMBEDDED, article.id().value() + "@"))
        .extracting(ErasureIT::key)
        .contains(CompactedKey.of(article.id(), version(1)))
        .contains(CompactedKey.of(article.id(), version(2)));
  }

  @Test
  void ofTwoVersionsTheHigherIsRebuiltAlsoIfTheLowerCameLater() throws Exception {
    // Given: a broker that compacts at once
    compactAtOnce(Topics.ENRICHED);
    compactAtOnce(Topics.EMBEDDED);
    DocumentId page = newDocument();
    ArticleEnriched higher = newsroom.enriched(page, version(5), article("驼铃渡通航", "航线今天恢复。"));
    newsroom.publishArticle(higher);
    newsroom.publishVector(vector(higher));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("驼铃渡 “航线今天恢复”").size() == 1);
    ArticleEnriched lower = newsroom.enriched(page, version(4), article("驼铃渡通航", "居民等待通航。"));
    AtomicInteger sent = new AtomicInteger();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> {
          newsroom.publishArticle(lower);
          newsroom.publishVector(vector(lower));
          sent.incrementAndGet();
          assertThat(versions(texts(Topics.ENRICHED, lower.id())))
              .filteredOn(version(4)::equals)
              .hasSizeLessThan(sent.get());
          assertThat(versions(texts(Topics.EMBEDDED, lower.id())))
              .filteredOn(version(4)::equals)
              .hasSizeLessThan(sent.get());
        });

    // When
    assertThat(newsroom.post("/api/v1/index/rebuild", "").status()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(() ->
            newsroom.get("/api/v1/index/rebuild").body().path("state").asString().equals("done"));

    // Then
    assertThat(newsroom.headlines("驼铃渡 “航线今天恢复”")).hasSize(1);
    assertThat(newsroom.headlines("驼铃渡 “居民等待通航”")).isEmpty();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(standing(Topics.ENRICHED, higher.id())).containsExactly(version(5));
          assertThat(standing(Topics.EMBEDDED, higher.id())).containsExactly(version(5));
        });
  }

  @Test
  void theFirstOfTwoPagesUnderOneVersionIsTheOneThatIsRebuilt() {
    // Given
    DocumentId page = newDocument();
    ArticleEnriched first =
        newsroom.publishPage(page, version(3), article("灰鹤滩首航", "首航成功。")).getFirst();
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When
    newsroom.publishPage(page, version(3), article("灰鹤滩改签", "旅客改签。"));

    // Then
    String key = page.value() + "@" + version(3);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(records(Topics.ENRICHED, key))
                .last()
                .extracting(
                    record -> ContractJson.read(record.value(), DocumentManifest.class).articles())
                .isEqualTo(List.of(first.id())));
    assertThat(newsroom.headlines("“灰鹤滩”")).containsExactly("灰鹤滩首航");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(newsroom.get("/api/v1/submissions/" + page).body().path("events").toString())
                .contains("请提高版本号"));
  }

  @Test
  void anArticleThatRevivesItsDocumentMeanwhileStaysOnTheTopic() {
    // Given
    DocumentId page = newDocument();
    newsroom.publishPage(page, version(1), article("白桦坪雾凇", "白桦坪现雾凇。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When: nobody waits for the tombstone
    newsroom.publish(withdrawal(page, null));
    ArticleEnriched second =
        newsroom.publishPage(page, version(2), article("白桦坪雾凇", "白桦坪又现雾凇。")).getFirst();
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“又现雾凇”").size() == 1);

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(standing(Topics.ENRICHED, second.id())).containsExactly(version(2)));
  }

  @Test
  void theDeadLettersOfAWithdrawnDocumentAreDiscarded() {
    // Given
    DocumentId page = newDocument();
    publisher.publish(
        new Outbound.Raw(
            Topics.ENRICHED,
            page.value(),
            Map.of(EventHeaders.TYPE, MessageType.ARTICLE_ENRICHED.id()),
            "{\"headline\":\"机密".getBytes(StandardCharsets.UTF_8)));
    await().atMost(PATIENCE).until(() -> letters(page, "waiting") == 1);

    // When
    newsroom.publish(withdrawal(page, null));

    // Then
    await().atMost(PATIENCE).until(() -> letters(page, "discarded") == 1);
    assertThat(letters(page, "waiting")).isZero();
  }

  private int letters(DocumentId page, String state) {
    return newsroom
        .get("/api/v1/dead-letters?documentId=" + page + "&state=" + state)
        .body()
        .path("total")
        .asInt();
  }

  private static ArticleEmbedded vector(ArticleEnriched article) {
    float[] values = new float[NlpStandIn.DIMENSIONS];
    values[0] = 1;
    return new ArticleEmbedded(
        article.id(),
        article.document(),
        article.version(),
        "a model that no query has",
        Embedding.of(values));
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  /// Versions of an article that compaction would leave.
  private static List<Version> standing(String topic, ArticleId article) {
    Map<String, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
    records(topic, article.value() + "@").forEach(record -> last.put(key(record), record));
    return versions(last.values().stream().filter(record -> record.value() != null).toList());
  }

  private static List<Version> versions(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(record -> ContractJson.read(record.value(), JsonNode.class).path("version").asLong())
        .map(Version::new)
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> texts(String topic, ArticleId article) {
    return records(topic, article.value()).stream()
        .filter(record -> record.value() != null)
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(String topic, String prefix) {
    return KafkaRecords.committed(TestServers.kafka())
        .read(topic, 0, record -> key(record).startsWith(prefix));
  }

  private static void compactAtOnce(String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic),
                  Set.of(
                      set("segment.ms", "100"),
                      set("max.compaction.lag.ms", "100"),
                      set("min.cleanable.dirty.ratio", "0.001"))))
          .all()
          .get();
    }
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }
}
