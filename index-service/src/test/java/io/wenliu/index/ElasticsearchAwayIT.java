package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.kafka.backlog.BacklogReader;
import io.wenliu.localstack.ElasticsearchNode;
import io.wenliu.localstack.KafkaNode;
import io.wenliu.localstack.NodeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The service on servers of its own, which may be stopped; between it and Elasticsearch somebody
/// who can say that Elasticsearch is too busy.
@ExtendWith(NlpStandIn.class)
@Import(Newsroom.class)
@DirtiesContext
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "wenliu.index.search.first-searches=0",
      "wenliu.index.search.nlp-uri=${test.nlp.uri}",
      "wenliu.index.indexing.batch-size=50",
      "wenliu.kafka.stage.max-retry=1s",
      "wenliu.elasticsearch.request-timeout=5s"
    })
@Tag("faults")
class ElasticsearchAwayIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PAGES = 300;

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // made when the context asks for its properties
  private static KafkaNode kafka;

  @SuppressWarnings("NullAway.Init") // made when the context asks for its properties
  private static ElasticsearchNode elasticsearch;

  @SuppressWarnings("NullAway.Init") // made when the context asks for its properties
  private static BusyProxy proxy;

  @Autowired private Newsroom newsroom;
  @Autowired private BacklogReader backlog;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    kafka = new KafkaNode(NodeSettings.in(folder.resolve("kafka")));
    elasticsearch = new ElasticsearchNode(NodeSettings.in(folder.resolve("elasticsearch")));
    kafka.start();
    elasticsearch.start();
    kafka.awaitReady(PATIENCE);
    elasticsearch.awaitReady(PATIENCE);
    proxy = BusyProxy.before(elasticsearch.uri());
    registry.add("spring.kafka.bootstrap-servers", kafka::bootstrapServers);
    registry.add("wenliu.elasticsearch.uri", proxy::uri);
    registry.add("wenliu.claim-store.dir", () -> folder.resolve("claims").toString());
  }

  @AfterAll
  static void stop() {
    proxy.close();
    elasticsearch.kill();
    kafka.kill();
  }

  @Test
  void whatComesWhileElasticsearchIsStoppedWaitsOnKafkaAndIsSearchableAfterwards() {
    // Given
    DocumentId first = publish("开张");
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(first).equals("searchable"));
    elasticsearch.stop();

    // When
    List<DocumentId> pages = IntStream.range(0, PAGES).mapToObj(i -> publish("停机" + i)).toList();
    await().during(Duration.ofSeconds(5)).atMost(PATIENCE).until(() -> lag() >= PAGES);
    elasticsearch.start();

    // Then
    elasticsearch.awaitReady(PATIENCE);
    awaitAllSearchable(pages);
    await().atMost(PATIENCE).until(() -> lag() == 0);
    assertNothingWasGivenUp();
  }

  @Test
  void whatElasticsearchIsTooBusyForIsAskedForAgainUntilItTakesIt() {
    // Given
    DocumentId first = publish("开市");
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(first).equals("searchable"));
    AtomicInteger refusals = proxy.refuseBulks();

    // When
    List<DocumentId> pages = IntStream.range(0, PAGES).mapToObj(i -> publish("繁忙" + i)).toList();
    await().atMost(PATIENCE).until(() -> refusals.get() > 20);
    assertThat(lag()).isPositive();
    proxy.takeBulks();

    // Then
    awaitAllSearchable(pages);
    await().atMost(PATIENCE).until(() -> lag() == 0);
    assertNothingWasGivenUp();
  }

  private DocumentId publish(String headline) {
    DocumentId page = newDocument();
    newsroom.publishPage(page, version(1), article(headline, headline + "的消息。"));
    return page;
  }

  private void awaitAllSearchable(List<DocumentId> pages) {
    for (DocumentId page : pages) {
      await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));
    }
  }

  private void assertNothingWasGivenUp() {
    assertThat(newsroom.get("/api/v1/dead-letters").body().path("total").asInt()).isZero();
  }

  private long lag() {
    return backlog.read().stream()
        .filter(of -> of.stage() == Stage.INDEX && of.lane() == Lane.LIVE)
        .mapToLong(of -> of.lag())
        .sum();
  }
}
