package io.wenliu.kafka.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.CompactedKey;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.Outbound;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

class RecordStageIT extends OwnDocuments {

  @Test
  void whatFollowsIsCommittedOnceAlthoughATransactionWasRolledBack() throws Exception {
    // Given: one of the outputs goes to a topic that is not there yet
    String late = "late-" + source;
    StageDefinition stage =
        stage(article ->
            Outcome.emit(
                Outbound.event(Topics.ENRICHED, article),
                new Outbound.Raw(late, article.id().value(), Map.of(), new byte[] {1})));
    try (var _ =
        StageApplication.start(
            broker, claims, stage, "--spring.kafka.producer.properties.max.block.ms=1000")) {

      // When
      sendArticles(20);
      broker.readUncommittedToo(Topics.ENRICHED, 3, this::ours);
      try (var admin = broker.admin()) {
        admin.createTopics(List.of(new NewTopic(late, 1, (short) 1))).all().get();
      }

      // Then
      assertThat(keys(broker.read(late, 20, _ -> true))).hasSize(20).doesNotHaveDuplicates();
      assertThat(keys(broker.read(Topics.ENRICHED, 20, this::ours)))
          .hasSize(20)
          .doesNotHaveDuplicates();
      assertThat(keys(broker.readUncommittedToo(Topics.ENRICHED, 22, this::ours)))
          .as("with what was rolled back")
          .hasSizeGreaterThan(20);
    }
  }

  @Test
  void aPoisonRecordGoesToTheDeadLettersAndItsNeighboursPass() {
    // Given
    AtomicInteger attemptsAtBug = new AtomicInteger();
    StageDefinition stage =
        stage(article ->
            switch (article.article().headline()) {
              case "标题 3" ->
                  new Outcome.Reject("认不出", article.document(), article.version(), article.id());
              case "标题 5" -> {
                attemptsAtBug.incrementAndGet();
                throw new IllegalStateException("a bug");
              }
              case "标题 6" -> recurse(1);
              default -> Outcome.emit(Outbound.event(Topics.ENRICHED, article));
            });
    ArticleExtracted rejected = article(3);
    ProducerRecord<byte[], byte[]> unreadable =
        new ProducerRecord<>(Topics.ARTICLES, "no-document".getBytes(UTF_8), "{".getBytes(UTF_8));
    unreadable.headers().add(EventHeaders.TYPE, "io.wenliu.article.extracted.v1".getBytes(UTF_8));
    unreadable.headers().add("x-own", source.getBytes(UTF_8));

    try (var _ = StageApplication.start(broker, claims, stage)) {
      // When
      sendArticles(10);
      broker.send(List.of(unreadable));

      // Then
      assertThat(keys(broker.read(Topics.ENRICHED, 7, this::ours))).hasSize(7);
      List<ConsumerRecord<byte[], byte[]>> letters =
          broker.read(
              Topics.deadLetters(Stage.ENRICH),
              4,
              letter -> ours(letter) || source.equals(TestDocuments.header(letter, "x-own")));
      assertThat(letters).hasSize(4);
      assertThat(attemptsAtBug).hasValue(3);

      ConsumerRecord<byte[], byte[]> letter =
          letters.stream()
              .filter(l -> "认不出".equals(TestDocuments.header(l, DeadLetters.REASON)))
              .findFirst()
              .orElseThrow();
      assertThat(ContractJson.read(letter.value(), ArticleExtracted.class)).isEqualTo(rejected);
      assertThat(TestDocuments.key(letter)).matches(rejected.document() + "-[0-9a-f]{16}");
      assertThat(TestDocuments.header(letter, DeadLetters.KEY))
          .isEqualTo(rejected.document().value());
      assertThat(TestDocuments.header(letter, DeadLetters.VERSION))
          .isEqualTo(rejected.version().toString());
      assertThat(TestDocuments.header(letter, DeadLetters.ARTICLE))
          .isEqualTo(rejected.id().value());
      assertThat(TestDocuments.header(letter, EventHeaders.TYPE))
          .isEqualTo("io.wenliu.article.extracted.v1");
      assertThat(TestDocuments.header(letter, DeadLetters.STAGE)).isEqualTo("enrich");
      assertThat(TestDocuments.header(letter, DeadLetters.TOPIC)).isEqualTo(Topics.ARTICLES);
      assertThat(TestDocuments.header(letter, DeadLetters.ATTEMPT)).isEqualTo("1");
      assertThat(TestDocuments.header(letter, DeadLetters.OFFSET)).matches("[0-9]+");
      assertThat(TestDocuments.header(letter, DeadLetters.EXCEPTION)).isNull();
      assertThat(letters)
          .extracting(l -> TestDocuments.header(l, DeadLetters.EXCEPTION))
          .contains("java.lang.IllegalStateException", "java.lang.StackOverflowError");

      List<JourneyEvent> failures =
          broker
              .read(
                  Topics.JOURNEY,
                  3,
                  fact -> TestDocuments.key(fact).equals(rejected.document().value()) || ours(fact))
              .stream()
              .map(fact -> ContractJson.read(fact.value(), JourneyEvent.class))
              .toList();
      assertThat(failures)
          .anySatisfy(fact -> {
            assertThat(fact.document()).isEqualTo(rejected.document());
            assertThat(fact.article()).isEqualTo(rejected.id());
            assertThat(fact.step()).isEqualTo(JourneyEvent.Step.FAILED);
            assertThat(fact.reason()).isEqualTo("认不出");
          });
    }
  }

  @Test
  void transientTroubleIsWaitedOutWithoutLossAndInOrder() {
    // Given
    Map<String, Integer> failures = new ConcurrentHashMap<>();
    StageDefinition stage =
        stage(article -> {
          int number = number(article);
          if (number % 7 == 3 && failures.merge(article.id().value(), 1, Integer::sum) <= 3) {
            throw new IOException("the disk is away");
          }
          return Outcome.emit(Outbound.event(Topics.ENRICHED, article));
        });

    try (var _ = StageApplication.start(broker, claims, stage)) {
      // When: three articles each of ten documents
      broker.send(
          IntStream.range(0, 30)
              .mapToObj(i ->
                  TestDocuments.record(
                      claims,
                      Topics.ARTICLES,
                      TestDocuments.article(source, i % 10, "标题 " + i, "正文")))
              .toList());

      // Then
      List<ArticleExtracted> passed =
          broker.read(Topics.ENRICHED, 30, this::ours).stream()
              .map(record -> ContractJson.read(record.value(), ArticleExtracted.class))
              .toList();
      assertThat(passed).hasSize(30);
      Map<String, List<Integer>> byDocument =
          passed.stream()
              .collect(
                  Collectors.groupingBy(
                      article -> article.document().value(),
                      Collectors.mapping(RecordStageIT::number, Collectors.toList())));
      assertThat(byDocument).hasSize(10);
      assertThat(byDocument.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
      assertThat(broker.read(Topics.deadLetters(Stage.ENRICH), 0, this::ours)).isEmpty();
    }
  }

  @Test
  void recordsThatWereWaitedForAreThereForTheNextInstance() {
    // Given
    AtomicInteger tries = new AtomicInteger();
    StageDefinition waiting =
        stage(_ -> {
          tries.incrementAndGet();
          throw new IOException("the disk is away");
        });
    StageDefinition working =
        stage(article -> Outcome.emit(Outbound.event(Topics.ENRICHED, article)));
    sendArticles(5);

    // When: an instance ends while it waits
    try (var _ = StageApplication.start(broker, claims, waiting)) {
      Awaitility.await().atMost(Duration.ofMinutes(1)).untilAtomic(tries, Matchers.greaterThan(10));
    }

    // Then
    try (var _ = StageApplication.start(broker, claims, working)) {
      assertThat(keys(broker.read(Topics.ENRICHED, 5, this::ours))).hasSize(5);
    }
  }

  @Test
  void aRecordThatTakesForEverCostsItsTimeLimitOnly() {
    // Given: a thread that no interrupt can end
    AtomicInteger ended = new AtomicInteger();
    StageDefinition stage =
        stage(article -> {
          while (number(article) == 2 && ended.get() == 0) {
            Thread.onSpinWait();
          }
          return Outcome.emit(Outbound.event(Topics.ENRICHED, article));
        });

    try (var _ =
        StageApplication.start(
            broker, claims, stage, "--wenliu.kafka.stage.record-time-limit=500ms")) {
      // When
      sendArticles(8);

      // Then
      assertThat(keys(broker.read(Topics.ENRICHED, 7, this::ours))).hasSize(7);
      assertThat(broker.read(Topics.deadLetters(Stage.ENRICH), 1, this::ours))
          .singleElement()
          .satisfies(letter ->
              assertThat(TestDocuments.header(letter, DeadLetters.EXCEPTION))
                  .isEqualTo("java.util.concurrent.TimeoutException"));
    } finally {
      ended.set(1);
    }
  }

  @Test
  void valuesAbove900KiBGoByReferenceAndComeBackWhole() {
    // Given
    String long1 = "长".repeat(500_000);
    StageDefinition stage =
        stage(article -> Outcome.emit(Outbound.event(Topics.ENRICHED, article)));
    ArticleExtracted large = TestDocuments.article(source, 1, "很长", long1);

    try (var _ = StageApplication.start(broker, claims, stage)) {
      // When
      broker.send(List.of(TestDocuments.record(claims, Topics.ARTICLES, large)));

      // Then
      ConsumerRecord<byte[], byte[]> record =
          broker.read(Topics.ENRICHED, 1, this::ours).getFirst();
      assertThat(record.value()).isEmpty();
      assertThat(TestDocuments.header(record, EventHeaders.DATA_REF)).startsWith("urn:sha256:");
      var inbound =
          new io.wenliu.kafka.event.InboundRecord(
              record, new io.wenliu.kafka.claims.FileClaimStore(claims));
      assertThat(new io.wenliu.kafka.event.EventReader().read(inbound)).isEqualTo(large);
    }
  }

  @Test
  void instancesThatComeAndGoLeaveEachRecordOnce() {
    // Given
    StageDefinition stage =
        stage(article -> {
          Thread.sleep(2);
          return Outcome.emit(Outbound.event(Topics.ENRICHED, article));
        });
    String small = "--wenliu.kafka.stage.batch-size=10";

    var first = StageApplication.start(broker, claims, stage, small);
    try {
      // When
      sendArticles(600);
      var second = StageApplication.start(broker, claims, stage, small);
      broker.read(Topics.ENRICHED, 60, this::ours);
      first.close();
      first = StageApplication.start(broker, claims, stage, small);
      second.close();

      // Then
      List<String> passed = keys(broker.read(Topics.ENRICHED, 600, this::ours));
      assertThat(passed.size()).as(() -> broker.progress(source, Topics.ARTICLES)).isEqualTo(600);
      assertThat(passed).doesNotHaveDuplicates();
    } finally {
      first.close();
    }
  }

  @Test
  void aStopFinishesWhatIsInFlightAndCommitsIt() throws Exception {
    // Given
    CountDownLatch inFlight = new CountDownLatch(1);
    StageDefinition stage =
        stage(article -> {
          inFlight.countDown();
          Thread.sleep(300);
          return Outcome.emit(Outbound.event(Topics.ENRICHED, article));
        });
    var application =
        StageApplication.start(broker, claims, stage, "--wenliu.kafka.stage.threads=1");
    sendArticles(1);
    inFlight.await();

    // When
    application.close();

    // Then
    List<ConsumerRecord<byte[], byte[]>> passed = broker.read(Topics.ENRICHED, 1, this::ours);
    assertThat(passed).hasSize(1);
    ArticleExtracted article = article(0);
    int partition = passed.getFirst().partition();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .as("its producers are closed")
        .noneMatch(name -> name.contains("kafka-producer") && name.contains(source));
    try (var admin = broker.admin()) {
      var offsets = admin.listConsumerGroupOffsets(source).partitionsToOffsetAndMetadata().get();
      var ends =
          broker.read(
              Topics.ARTICLES, 1, r -> TestDocuments.key(r).equals(article.document().value()));
      assertThat(offsets.get(new TopicPartition(Topics.ARTICLES, partition)))
          .isNotNull()
          .satisfies(
              committed -> assertThat(committed.offset()).isGreaterThan(ends.getFirst().offset()));
    }
  }

  @Test
  void aLoneRecordIsThroughAStageInTensOfMilliseconds() throws Exception {
    // Given
    StageDefinition stage =
        stage(article -> Outcome.emit(Outbound.event(Topics.ENRICHED, article)));
    List<Long> micros = new ArrayList<>();
    try (var _ = StageApplication.start(broker, claims, stage);
        LiveReader reader = broker.liveReader(Topics.ENRICHED)) {
      sendArticles(50);
      broker.read(Topics.ENRICHED, 50, this::ours);

      // When
      try (var producer = broker.producer()) {
        for (int i = 50; i < 150; i++) {
          ArticleExtracted article = article(i);
          long sent = System.nanoTime();
          producer.send(TestDocuments.record(claims, Topics.ARTICLES, article)).get();
          reader.waitFor(CompactedKey.of(article.id(), article.version()));
          micros.add((System.nanoTime() - sent) / 1000);
        }
      }
    }

    // Then: generous, for machines that do something else as well
    micros.sort(null);
    long median = micros.get(micros.size() / 2);
    System.out.printf(
        "a lone record through one stage, from send to read: median %.1f ms, p99 %.1f ms%n",
        median / 1000.0, micros.get(micros.size() * 99 / 100) / 1000.0);
    assertThat(median).isLessThan(500_000);
  }

  @Test
  void aStageOfSmallMessagesMovesThousandsASecond() {
    // Given
    StageDefinition stage =
        stage(article -> Outcome.emit(Outbound.event(Topics.ENRICHED, article)));
    int count = 600;
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < count; i++) {
        records.add(
            TestDocuments.record(
                claims,
                Topics.ARTICLES,
                TestDocuments.article(source, i, "标题 " + round, "正文。".repeat(200))));
      }
    }
    broker.send(records);

    // When
    long started = System.nanoTime();
    try (var _ = StageApplication.start(broker, claims, stage)) {
      int read = broker.read(Topics.ENRICHED, records.size(), this::ours).size();

      // Then
      double seconds = (System.nanoTime() - started) / 1e9;
      System.out.printf(
          "%d messages through one stage in %.1f s with its start: %.0f/s%n",
          read, seconds, read / seconds);
      assertThat(read).isEqualTo(records.size());
    }
  }

  private Outcome recurse(int depth) {
    return depth == 0 ? Outcome.nothing() : recurse(depth + 1);
  }

  private void sendArticles(int count) {
    broker.send(
        IntStream.range(0, count)
            .mapToObj(i -> TestDocuments.record(claims, Topics.ARTICLES, article(i)))
            .toList());
  }

  private static int number(ArticleExtracted article) {
    return Integer.parseInt(article.article().headline().substring(3));
  }
}
