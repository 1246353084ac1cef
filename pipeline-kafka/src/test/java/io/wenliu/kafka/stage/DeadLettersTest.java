package io.wenliu.kafka.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.claims.FileClaimStore;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.EventReader;
import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.InboundRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

  private static final Instant NOW = Instant.parse("2025-03-18T08:00:00Z");

  @TempDir Path directory;

  @Test
  void whatFailsAgainFailedAfterItsReplayWhateverTheClocksSay() {
    // Given: whoever put it back is an hour ahead
    Instant replayed = NOW.plus(Duration.ofHours(1));

    // When
    JourneyEvent failed = failed(replayed.toString());

    // Then
    assertThat(failed.at()).isAfter(replayed);
  }

  @Test
  void whatSomebodyElseCallsATimeIsPassedOver() {
    // When
    JourneyEvent failed = failed("yesterday");

    // Then
    assertThat(failed.at()).isEqualTo(NOW);
  }

  @Test
  void whatHasNoKeyIsTheSameDocumentOnceItIsPutBackByReference() {
    // Given
    ConsumerRecord<byte[], byte[]> first =
        new ConsumerRecord<>(Topics.SUBMISSIONS, 0, 0, null, new byte[1024 * 1024]);
    ProducerRecord<byte[], byte[]> letter = letter(first);
    ConsumerRecord<byte[], byte[]> putBack =
        new ConsumerRecord<>(Topics.SUBMISSIONS, 0, 1, null, letter.value());
    letter.headers().forEach(putBack.headers()::add);

    // When
    ProducerRecord<byte[], byte[]> again = letter(putBack);

    // Then
    assertThat(letter.value()).isEmpty();
    assertThat(new String(again.key(), UTF_8))
        .startsWith(new String(letter.key(), UTF_8).substring(0, 32));
  }

  @Test
  void aReferenceWithoutAValueIsNoTombstone() {
    // Given
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(Topics.SUBMISSIONS, 0, 0, null, null);
    record.headers().add(EventHeaders.DATA_REF, "urn:sha256:lost".getBytes(UTF_8));

    // When
    ProducerRecord<byte[], byte[]> letter = letter(record);

    // Then
    assertThat(letter.value()).isEmpty();
  }

  @Test
  void aLetterThatMustBeSmallerKeepsWhatTellsOfTheRecordBeforeAllElse() {
    // Given
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(Topics.SUBMISSIONS, 0, 0, null, new byte[10]);
    record.headers().add(EventHeaders.SOURCE, "/cms".getBytes(UTF_8));
    IntStream.range(0, 100).forEach(i -> record.headers().add("trace-" + i, new byte[1024]));

    // When
    ProducerRecord<byte[], byte[]> smaller = letters().smaller(List.of(letter(record))).getFirst();

    // Then
    assertThat(smaller.headers().lastHeader(EventHeaders.SOURCE)).isNotNull();
    assertThat(smaller.headers().lastHeader(EventHeaders.DATA_REF)).isNotNull();
    assertThat(smaller.headers().lastHeader("trace-99")).isNull();
    assertThat(new String(smaller.headers().lastHeader(DeadLetters.REASON).value(), UTF_8))
        .contains("trace-99");
  }

  private ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> record) {
    return letters()
        .write(
            new InboundRecord(record, new FileClaimStore(directory)),
            new Outcome.Reject("坏了", null, null, null),
            null)
        .getFirst();
  }

  private DeadLetters letters() {
    return new DeadLetters(
        Stage.ENRICH,
        new EventWriter(new FileClaimStore(directory), 900 * 1024, "test"),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private JourneyEvent failed(String at) {
    FileClaimStore claims = new FileClaimStore(directory);
    byte[] key = DocumentId.of("cms", "page-1").value().getBytes(UTF_8);
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(Topics.ARTICLES, 0, 0, key, new byte[] {'{'});
    record.headers().add(DeadLetters.REPLAY, "letter".getBytes(UTF_8));
    record.headers().add(DeadLetters.AT, at.getBytes(UTF_8));
    List<ProducerRecord<byte[], byte[]>> written =
        letters()
            .write(
                new InboundRecord(record, claims),
                new Outcome.Reject("坏了", null, null, null),
                null);
    ProducerRecord<byte[], byte[]> fact = written.getLast();
    ConsumerRecord<byte[], byte[]> read =
        new ConsumerRecord<>(Topics.JOURNEY, 0, 0, fact.key(), fact.value());
    fact.headers().forEach(read.headers()::add);
    return (JourneyEvent) new EventReader().read(new InboundRecord(read, claims));
  }
}
