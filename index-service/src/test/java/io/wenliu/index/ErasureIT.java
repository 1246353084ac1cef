package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static io.wenliu.index.Newsroom.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When
    newsroom.publish(withdrawal(page, null));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("withdrawn"));
    await().atMost(PATIENCE).until(() -> last(Topics.ENRICHED, article.id()) == null);

    // Then: every write rolls a segment, and what is behind it is compacted
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> {
          newsroom.publish(withdrawal(page, version(1)));
          assertThat(texts(Topics.ENRICHED, article.id())).isEmpty();
        });
    assertThat(records(Topics.EMBEDDED, article.id())).last().extracting("value").isNull();
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
    await()
        .atMost(PATIENCE)
        .until(() ->
            records(Topics.ENRICHED, second.id()).stream().anyMatch(r -> r.value() == null)
                && last(Topics.ENRICHED, second.id()) != null);

    // Then
    byte[] last = last(Topics.ENRICHED, second.id());
    assertThat(ContractJson.read(last, ArticleEnriched.class).version()).isEqualTo(version(2));
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

  private static byte[] last(String topic, ArticleId article) {
    return records(topic, article).getLast().value();
  }

  private static List<ConsumerRecord<byte[], byte[]>> texts(String topic, ArticleId article) {
    return records(topic, article).stream().filter(record -> record.value() != null).toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(String topic, ArticleId article) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                TestServers.kafka(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (new String(record.key(), StandardCharsets.UTF_8).equals(article.value())) {
            found.add(record);
          }
        }
      }
    }
    return found;
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
