package io.wenliu.kafka.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.claims.FileClaimStore;
import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.InboundRecord;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelRecordsTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path directory;

  @Test
  void computingGivesWayToWhoeverWaitsForAnAnswer() throws InterruptedException {
    // Given
    Queue<Integer> priorities = new ConcurrentLinkedQueue<>();
    FileClaimStore claims = new FileClaimStore(directory);
    ParallelRecords records =
        records(
            record -> {
              priorities.add(Thread.currentThread().getPriority());
              return Outcome.nothing();
            },
            StageSettings.DEFAULTS,
            new EventWriter(claims, 900 * 1024, "test"));

    // When
    BatchRunner.Progress progress = records.run(List.of(record(claims)), () -> false);
    records.close();

    // Then
    assertThat(progress.done()).isEqualTo(1);
    assertThat(priorities).containsExactly(Thread.MIN_PRIORITY);
  }

  @Test
  void aDeadLetterThatCannotBeKeptNowIsWaitedFor() throws Exception {
    // Given: the store's place is taken by a file
    FileClaimStore away = new FileClaimStore(Files.createFile(directory.resolve("taken")));
    StageSettings hasty =
        new StageSettings(
            1, 1, 1, Duration.ofMillis(1), Duration.ZERO, 1, Duration.ZERO, Duration.ZERO);
    ParallelRecords records =
        records(
            _ -> {
              new CountDownLatch(1).await();
              return Outcome.nothing();
            },
            hasty,
            new EventWriter(away, 0, "test"));

    // When
    BatchRunner.Progress progress = records.run(List.of(record(away)), () -> false);
    records.close();

    // Then
    assertThat(progress.done()).isZero();
    assertThat(progress.trouble()).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aBatchWhoseDeadLetterCannotBeKeptNowIsWaitedFor() throws Exception {
    // Given
    FileClaimStore away = new FileClaimStore(Files.createFile(directory.resolve("taken")));
    EventWriter writer = new EventWriter(away, 0, "test");
    WholeBatch batch =
        new WholeBatch(
            _ -> {
              throw new IllegalStateException("a bug");
            },
            StageSettings.DEFAULTS,
            writer,
            new DeadLetters(Stage.INDEX, writer, CLOCK),
            new StageMetrics(new SimpleMeterRegistry(), Stage.INDEX, Lane.LIVE, CLOCK));
    ProducerRecord<byte[], byte[]> sent =
        TestDocuments.record(
            directory, Topics.ENRICHED, TestDocuments.article("cms", 1, "标题", "正文"));
    ConsumerRecord<byte[], byte[]> read =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(read.headers()::add);

    // When
    BatchRunner.Progress progress = batch.run(List.of(new InboundRecord(read, away)), () -> false);

    // Then
    assertThat(progress.done()).isZero();
    assertThat(progress.trouble()).isInstanceOf(UncheckedIOException.class);
  }

  private static ParallelRecords records(
      RecordProcessor processor, StageSettings settings, EventWriter writer) {
    return new ParallelRecords(
        Stage.ENRICH,
        processor,
        settings,
        writer,
        new DeadLetters(Stage.ENRICH, writer, CLOCK),
        new StageMetrics(new SimpleMeterRegistry(), Stage.ENRICH, Lane.LIVE, CLOCK));
  }

  private static InboundRecord record(FileClaimStore claims) {
    byte[] key = DocumentId.of("cms", "page-1").value().getBytes(UTF_8);
    return new InboundRecord(
        new ConsumerRecord<>(Topics.ARTICLES, 0, 0, key, new byte[] {'{'}), claims);
  }
}
