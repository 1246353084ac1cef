package io.wenliu.kafka.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.backlog.BacklogReader;
import io.wenliu.testkit.Names;
import io.wenliu.testkit.NeedsKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsKafka
class BackfillLaneIT {

  private static final int BACKFILL = 300;
  private static final int NEWS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// As long as a document's id, and no document's: other tests read the same topics by key.
  private static final byte[] NOBODYS_KEY = "0".repeat(32).getBytes(UTF_8);

  @TempDir static Path claims;

  private final KafkaBroker broker = new KafkaBroker();
  private final String source = Names.unique("lanes");

  @Test
  void newsOvertakeABackfillThatWasThereBefore() {
    // Given
    Queue<Lane> done = new ConcurrentLinkedQueue<>();
    StageDefinition live = stage(article -> Thread.sleep(10), done);
    StageDefinition backfill = live.forBackfill(List.of(Topics.ARTICLES_BACKFILL));
    send(Lane.BACKFILL, BACKFILL);

    try (var _ =
        StageApplication.start(
            broker, claims, List.of(live, backfill), "--wenliu.kafka.stage.batch-size=10")) {
      await().atMost(PATIENCE).until(() -> done.contains(Lane.BACKFILL));

      // When
      send(Lane.LIVE, NEWS);
      await().atMost(PATIENCE).until(() -> count(done, Lane.LIVE) == NEWS);

      // Then
      assertThat(count(done, Lane.BACKFILL)).isLessThan(BACKFILL / 2);
      await().atMost(PATIENCE).until(() -> count(done, Lane.BACKFILL) == BACKFILL);
    }
  }

  @Test
  void theBackfillRestsWhileTheNewsAreHeldUp() throws Exception {
    // Given
    Queue<Lane> done = new ConcurrentLinkedQueue<>();
    AtomicBoolean held = new AtomicBoolean(true);
    CountDownLatch begun = new CountDownLatch(1);
    StageDefinition live =
        stage(
            article -> {
              begun.countDown();
              while (held.get()) {
                Thread.sleep(5);
              }
            },
            done);
    StageDefinition backfill = stage(_ -> {}, done).forBackfill(List.of(Topics.ARTICLES_BACKFILL));

    try (var _ = StageApplication.start(broker, claims, List.of(live, backfill))) {
      send(Lane.LIVE, 1);
      begun.await();

      // When
      send(Lane.BACKFILL, BACKFILL);

      // Then
      await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(done::isEmpty);
      held.set(false);
      await().atMost(PATIENCE).until(() -> count(done, Lane.BACKFILL) == BACKFILL);
      assertThat(done.peek()).isEqualTo(Lane.LIVE);
    }
  }

  @Test
  void theBacklogTellsWhatEachLaneHasBeforeIt() {
    // Given
    StageDefinition live = stage(_ -> {}, new ConcurrentLinkedQueue<>());
    try (var application = StageApplication.start(broker, claims, live);
        BacklogReader backlog = application.getBean(BacklogReader.class)) {
      long before = lag(backlog);

      // When
      send(Lane.BACKFILL, 7);

      // Then: nobody reads in the pipeline's own group here
      assertThat(lag(backlog)).isEqualTo(before + 7);
      assertThat(backlog.readWithOldest())
          .filteredOn(of -> of.stage() == Stage.ENRICH && of.lane() == Lane.BACKFILL)
          .singleElement()
          .satisfies(of -> assertThat(of.oldest()).isNotNull());
    }
  }

  @Test
  void ofTwoStagesBehindOnOneTopicEachHasItsOldest() {
    // Given
    StageDefinition live = stage(_ -> {}, new ConcurrentLinkedQueue<>());
    try (var application = StageApplication.start(broker, claims, live);
        BacklogReader backlog = application.getBean(BacklogReader.class)) {

      // When: a journey that neither its keeper nor the alerts have read
      broker.send(List.of(new ProducerRecord<>(Topics.JOURNEY, NOBODYS_KEY, new byte[] {1})));

      // Then
      assertThat(backlog.readWithOldest())
          .filteredOn(of -> of.stage() == Stage.JOURNEY || of.stage() == Stage.ALERT)
          .hasSize(2)
          .allSatisfy(of -> assertThat(of.oldest()).isNotNull());
    }
  }

  private static long lag(BacklogReader backlog) {
    return backlog.read().stream()
        .filter(of -> of.stage() == Stage.ENRICH && of.lane() == Lane.BACKFILL)
        .mapToLong(of -> of.lag())
        .sum();
  }

  private static long count(Queue<Lane> done, Lane lane) {
    return done.stream().filter(lane::equals).count();
  }

  private interface Work {
    void on(ArticleExtracted article) throws InterruptedException;
  }

  private StageDefinition stage(Work work, Queue<Lane> done) {
    return StageDefinition.ofMessages(
            Stage.ENRICH,
            List.of(Topics.ARTICLES),
            (message, record) -> {
              if (message instanceof ArticleExtracted article && article.source().equals(source)) {
                work.on(article);
                done.add(Lane.of(record.topic()));
              }
              return Outcome.nothing();
            })
        .withGroup(source);
  }

  private void send(Lane lane, int count) {
    broker.send(
        IntStream.range(0, count)
            .mapToObj(i ->
                TestDocuments.record(
                    claims, lane.articles(), TestDocuments.article(source, i, "标题 " + i, "正文")))
            .toList());
  }
}
