package io.wenliu.kafka.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.Outbound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class BatchStageIT {

  private static final int COUNT = 20;

  private final KafkaBroker broker = new KafkaBroker();

  /// Stands for the store outside of Kafka that the stage writes to.
  private final Set<String> effects = ConcurrentHashMap.newKeySet();

  @TempDir Path claims;

  private String source = "";

  @BeforeEach
  void nameTheSource(TestInfo test) {
    source = "batch-" + test.getTestMethod().orElseThrow().getName().substring(0, 20);
  }

  @Test
  void aStoreThatIsAwayIsWaitedForAndNothingIsLost() {
    // Given
    AtomicInteger away = new AtomicInteger(4);
    BatchProcessor store =
        batch -> {
          if (!ours(batch).isEmpty() && away.getAndDecrement() > 0) {
            throw new IOException("connection refused");
          }
          return index(ours(batch));
        };
    try (var _ = StageApplication.start(broker, claims, stage(store))) {
      // When
      send();

      // Then
      assertThat(steps(Step.INDEXED, COUNT)).hasSize(COUNT).doesNotHaveDuplicates();
      assertThat(effects).hasSize(COUNT);
      assertThat(letters(0)).isEmpty();
    }
  }

  @Test
  void whatTheStoreRefusesGoesToTheDeadLettersAndTheRestIsDone() {
    // Given
    BatchProcessor store =
        batch -> {
          List<InboundMessage> taken = new ArrayList<>();
          List<BatchOutcome.Rejection> refused = new ArrayList<>();
          for (InboundMessage message : ours(batch)) {
            ArticleExtracted article = (ArticleExtracted) message.message();
            if (article.article().headline().endsWith(" 7")) {
              refused.add(
                  new BatchOutcome.Rejection(
                      message,
                      new Outcome.Reject(
                          "mapping", article.document(), article.version(), article.id())));
            } else {
              taken.add(message);
            }
          }
          return new BatchOutcome(index(taken).outbound(), refused);
        };
    try (var _ = StageApplication.start(broker, claims, stage(store))) {
      // When
      send();

      // Then
      assertThat(steps(Step.INDEXED, COUNT - 1)).hasSize(COUNT - 1);
      assertThat(steps(Step.FAILED, 1)).hasSize(1);
      assertThat(letters(1)).hasSize(1);
    }
  }

  @Test
  void theCulpritOfAnUnexpectedFailureIsFoundAndTheRestIsDone() {
    // Given
    BatchProcessor store =
        batch -> {
          BatchOutcome outcome = index(ours(batch));
          if (ours(batch).stream().anyMatch(message -> headline(message).endsWith(" 13"))) {
            throw new IllegalStateException("a bug");
          }
          return outcome;
        };
    ProducerRecord<byte[], byte[]> unreadable =
        new ProducerRecord<>(
            Topics.ARTICLES,
            TestDocuments.article(source, 1, "x", "x")
                .document()
                .value()
                .getBytes(StandardCharsets.UTF_8),
            "[]".getBytes(StandardCharsets.UTF_8));
    unreadable
        .headers()
        .add(EventHeaders.TYPE, "com.example.other".getBytes(StandardCharsets.UTF_8));
    try (var _ = StageApplication.start(broker, claims, stage(store))) {
      // When
      broker.send(List.of(unreadable));
      send();

      // Then
      assertThat(steps(Step.INDEXED, COUNT - 1)).hasSize(COUNT - 1);
      assertThat(letters(2))
          .extracting(letter -> TestDocuments.header(letter, DeadLetters.EXCEPTION))
          .containsExactlyInAnyOrder(
              "io.wenliu.contract.UnreadableMessageException", "java.lang.IllegalStateException");
    }
  }

  @Test
  void whatNothingFollowsFromIsDoneWithoutATransaction() {
    // Given
    String quiet = source + "-topic";
    broker.create(quiet);
    BatchProcessor store =
        batch -> {
          batch.forEach(message -> effects.add(headline(message)));
          return BatchOutcome.NOTHING;
        };
    send(quiet);
    try (var _ = StageApplication.start(broker, claims, stage(quiet, store))) {
      // When
      await().until(() -> effects.size() == COUNT);
    }

    // Then
    assertThat(broker.transactionalIds()).noneMatch(id -> id.startsWith(source));
    effects.clear();
    broker.send(
        List.of(
            TestDocuments.record(claims, quiet, TestDocuments.article(source, 0, "后来的一篇", "正文"))));
    try (var _ = StageApplication.start(broker, claims, stage(quiet, store))) {
      await().until(() -> effects.contains("后来的一篇"));
    }
    assertThat(effects).as("those before are committed").containsExactly("后来的一篇");
  }

  private StageDefinition stage(BatchProcessor processor) {
    return stage(Topics.ARTICLES, processor);
  }

  private StageDefinition stage(String topic, BatchProcessor processor) {
    return StageDefinition.ofBatches(Stage.INDEX, List.of(topic), processor).withGroup(source);
  }

  private BatchOutcome index(List<InboundMessage> batch) {
    List<Outbound> facts = new ArrayList<>();
    for (InboundMessage message : batch) {
      ArticleExtracted article = (ArticleExtracted) message.message();
      effects.add(article.id().value());
      facts.add(
          Outbound.journey(
              new JourneyEvent(
                  article.document(),
                  article.version(),
                  article.id(),
                  Stage.INDEX,
                  Step.INDEXED,
                  null,
                  TestDocuments.RECEIVED)));
    }
    return new BatchOutcome(facts, List.of());
  }

  private List<InboundMessage> ours(List<InboundMessage> batch) {
    return batch.stream()
        .filter(message ->
            message.message() instanceof ArticleExtracted article
                && article.source().equals(source))
        .toList();
  }

  private static String headline(InboundMessage message) {
    return ((ArticleExtracted) message.message()).article().headline();
  }

  private void send() {
    send(Topics.ARTICLES);
  }

  private void send(String topic) {
    broker.send(
        IntStream.range(0, COUNT)
            .mapToObj(i ->
                TestDocuments.record(
                    claims, topic, TestDocuments.article(source, i, "标题 " + i, "正文")))
            .toList());
  }

  private List<JourneyEvent> steps(Step step, int expected) {
    return broker
        .read(Topics.JOURNEY, expected, record -> isOurs(record) && fact(record).step() == step)
        .stream()
        .map(BatchStageIT::fact)
        .toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> letters(int expected) {
    return broker.read(Topics.deadLetters(Stage.INDEX), expected, this::isOurs);
  }

  private static JourneyEvent fact(ConsumerRecord<byte[], byte[]> record) {
    return ContractJson.read(record.value(), JourneyEvent.class);
  }

  private boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
    Set<String> documents =
        IntStream.range(0, COUNT)
            .mapToObj(i -> TestDocuments.article(source, i, "x", "x").document().value())
            .collect(Collectors.toSet());
    return documents.contains(TestDocuments.key(record).substring(0, 32));
  }
}
