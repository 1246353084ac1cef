package io.wenliu.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEmbedded;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.event.EventReader;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.nlp.cli.NewsTexts;
import io.wenliu.testkit.NeedsKafka;
import io.wenliu.testkit.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@NeedsKafka
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wenliu.claim-store.dir=${java.io.tmpdir}/wenliu-nlp-it-claims")
class NlpServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EventPublisher publisher;
  private final ClaimStore claims;
  private final int port;

  @Autowired
  NlpServiceIT(EventPublisher publisher, ClaimStore claims, @LocalServerPort int port) {
    this.publisher = publisher;
    this.claims = claims;
    this.port = port;
  }

  @Test
  void articleIsEnrichedAndEmbeddedUnderItsIdAndVersion() {
    // Given
    ArticleExtracted article =
        extracted("我国人工智能产业规模突破六千亿元", "记者2月24日从工业和信息化部获悉，我国人工智能产业快速发展。人工智能大模型加快落地。");

    // When
    publisher.publish(Outbound.event(Topics.ARTICLES, article));

    // Then
    ArticleEnriched enriched =
        awaitMessages(Topics.ENRICHED, article.document(), ArticleEnriched.class, 1).getFirst();
    assertThat(enriched.id()).isEqualTo(article.id());
    assertThat(enriched.version()).isEqualTo(article.version());
    assertThat(enriched.enrichment().headlineWords()).contains("人工智能");
    assertThat(enriched.enrichment().keyphrases()).isNotEmpty();
    assertThat(enriched.enrichment().failedAnnotators()).isEmpty();
    ArticleEmbedded embedded =
        awaitMessages(Topics.EMBEDDED, article.document(), ArticleEmbedded.class, 1).getFirst();
    assertThat(embedded.id()).isEqualTo(article.id());
    assertThat(embedded.version()).isEqualTo(article.version());
    assertThat(embedded.vector().dimensions()).isEqualTo(512);
    assertThat(awaitMessages(Topics.JOURNEY, article.document(), JourneyEvent.class, 1))
        .extracting(JourneyEvent::article, JourneyEvent::step)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(article.id(), JourneyEvent.Step.ENRICHED));
  }

  @Test
  void pagesManifestAndWithdrawalArePassedOnBehindTheirArticles() {
    // Given
    ArticleExtracted article = extracted("标题", "正文一句话。");
    DocumentManifest manifest =
        new DocumentManifest(
            article.document(),
            article.version(),
            "it",
            null,
            null,
            "text/plain",
            article.receivedAt(),
            List.of(article.id()));
    DocumentPages pages =
        new DocumentPages(
            article.document(),
            article.version(),
            List.of(
                new DocumentPages.Page(
                    null,
                    List.of(
                        new DocumentPages.Line(
                            1, DocumentPages.Role.TITLE, article.id(), "标题", "标题特征强")))));
    DocumentWithdrawn withdrawn =
        new DocumentWithdrawn(article.document(), null, "it", Instant.EPOCH, null);

    // When
    for (PipelineMessage message : List.of(article, pages, manifest, withdrawn)) {
      publisher.publish(Outbound.event(Topics.ARTICLES, message));
    }

    // Then
    List<PipelineMessage> passed =
        awaitMessages(Topics.ENRICHED, article.document(), PipelineMessage.class, 4);
    assertThat(passed.getFirst()).isInstanceOf(ArticleEnriched.class);
    assertThat(passed.subList(1, 4)).containsExactly(pages, manifest, withdrawn);
  }

  @Test
  void hostileArticleIsEnrichedAsFarAsItGoesAndHoldsUpNobody() {
    // Given
    ArticleExtracted hostile = extracted("\ud800标题\u0000", "啊".repeat(700_000));
    ArticleExtracted next = extracted("下一篇", "正文很短。");

    // When
    publisher.publish(Outbound.event(Topics.ARTICLES, hostile));
    publisher.publish(Outbound.event(Topics.ARTICLES, next));

    // Then
    assertThat(awaitMessages(Topics.ENRICHED, hostile.document(), ArticleEnriched.class, 1))
        .first()
        .satisfies(e -> assertThat(e.enrichment().failedAnnotators()).contains("shortened"));
    assertThat(awaitMessages(Topics.ENRICHED, next.document(), ArticleEnriched.class, 1))
        .hasSize(1);
  }

  @Test
  void queryIsEmbeddedOverHttp() throws Exception {
    // When
    HttpResponse<String> answer = post("{\"text\":\"人工智能监管\"}");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"model\":\"bge-small-zh-v1.5-q8\"", "\"vector\":\"");
  }

  @Test
  void emptyQueryIsRefused() throws Exception {
    // When
    HttpResponse<String> answer = post("{\"text\":\" \"}");

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void metricsTellHowTheAnnotatorsFare() throws Exception {
    // Given
    ArticleExtracted article = extracted("标题", "正文一句话。");
    publisher.publish(Outbound.event(Topics.ARTICLES, article));
    awaitMessages(Topics.ENRICHED, article.document(), ArticleEnriched.class, 1);

    // When
    String metrics = get("/actuator/prometheus");

    // Then
    assertThat(metrics)
        .contains("wenliu_nlp_annotator_seconds_count{annotator=\"keyphrases\"")
        .contains("wenliu_stage_lag");
    assertThat(get("/actuator/health/readiness")).contains("UP");
  }

  private HttpResponse<String> post(String body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(uri("/nlp/v1/query-embedding"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private String get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static ArticleExtracted extracted(String headline, String text) {
    DocumentId document = DocumentId.of("it", UUID.randomUUID().toString());
    Article article = NewsTexts.article(headline, List.of(text));
    return new ArticleExtracted(
        ArticleId.ofHeadlines(document, List.of(headline)).getFirst(),
        document,
        Version.of(7, 0),
        "it",
        Instant.parse("2025-02-24T00:00:00Z"),
        article);
  }

  /// The committed messages about a document, in their order, once there are enough.
  private <T extends PipelineMessage> List<T> awaitMessages(
      String topic, DocumentId document, Class<T> type, int count) {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "bootstrap.servers",
            TestServers.kafka(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest"));
    List<T> found = new ArrayList<>();
    EventReader reader = new EventReader();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      await()
          .atMost(PATIENCE)
          .until(() -> {
            if (consumer.assignment().isEmpty()) {
              List<PartitionInfo> partitions = consumer.partitionsFor(topic);
              consumer.assign(
                  partitions.stream()
                      .map(p -> new TopicPartition(p.topic(), p.partition()))
                      .toList());
              consumer.seekToBeginning(consumer.assignment());
            }
            for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(Duration.ofMillis(200))) {
              String key = new String(raw.key(), java.nio.charset.StandardCharsets.UTF_8);
              if (key.startsWith(document.value())) {
                PipelineMessage message = reader.read(new InboundRecord(raw, claims));
                if (type.isInstance(message)) {
                  found.add(type.cast(message));
                }
              }
            }
            return found.size() >= count;
          });
    }
    return found;
  }
}
