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
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelRecordsTest {

  @TempDir Path directory;

  @Test
  void computingGivesWayToWhoeverWaitsForAnAnswer() throws InterruptedException {
    // Given
    Queue<Integer> priorities = new ConcurrentLinkedQueue<>();
    FileClaimStore claims = new FileClaimStore(directory);
    EventWriter writer = new EventWriter(claims, 900 * 1024, "test");
    Clock clock = Clock.systemUTC();
    ParallelRecords records =
        new ParallelRecords(
            Stage.ENRICH,
            record -> {
              priorities.add(Thread.currentThread().getPriority());
              return Outcome.nothing();
            },
            StageSettings.DEFAULTS,
            writer,
            new DeadLetters(Stage.ENRICH, writer, clock),
            new StageMetrics(new SimpleMeterRegistry(), Stage.ENRICH, Lane.LIVE, clock));
    byte[] key = DocumentId.of("cms", "page-1").value().getBytes(UTF_8);
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(Topics.ARTICLES, 0, 0, key, new byte[] {'{'});

    // When
    BatchRunner.Progress progress =
        records.run(List.of(new InboundRecord(record, claims)), () -> false);
    records.close();

    // Then
    assertThat(progress.done()).isEqualTo(1);
    assertThat(priorities).containsExactly(Thread.MIN_PRIORITY);
  }
}
