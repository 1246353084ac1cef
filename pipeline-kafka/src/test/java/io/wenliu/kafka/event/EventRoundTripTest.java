package io.wenliu.kafka.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Topics;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.contract.Version;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.claims.FileClaimStore;
import io.wenliu.kafka.claims.UnreadableClaimException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRoundTripTest {

  private static final Instant RECEIVED = Instant.parse("2025-02-24T01:02:03.456Z");
  private static final DocumentId DOCUMENT = DocumentId.of("cms", "1");
  private static final DocumentManifest MANIFEST =
      new DocumentManifest(
          DOCUMENT,
          Version.ofTime(RECEIVED),
          "cms",
          "1",
          null,
          "text/plain",
          RECEIVED,
          ArticleId.ofHeadlines(DOCUMENT, List.of("甲", "乙")));

  @TempDir Path directory;
  private ClaimStore claims = new FileClaimStore(Path.of("unused"));
  private EventWriter writer = new EventWriter(claims, 1, "test");
  private final EventReader reader = new EventReader();

  @BeforeEach
  void open() {
    claims = new FileClaimStore(directory);
    writer = new EventWriter(claims, 900 * 1024, "test");
  }

  @Test
  void aMessageIsWrittenInBinaryModeAndReadBack() {
    // When
    ProducerRecord<byte[], byte[]> written =
        writer.write(Outbound.event(Topics.ENRICHED, MANIFEST), RECEIVED);
    InboundRecord read = inbound(written);

    // Then
    assertThat(reader.read(read)).isEqualTo(MANIFEST);
    assertThat(read.key()).contains(DOCUMENT.value() + "@" + MANIFEST.version());
    assertThat(read.receivedAt()).isEqualTo(RECEIVED);
    assertThat(read.header(EventHeaders.SPEC_VERSION)).contains("1.0");
    assertThat(read.header(EventHeaders.TYPE)).contains("io.wenliu.document.manifest.v1");
    assertThat(read.header(EventHeaders.SOURCE)).contains("/wenliu/test");
    assertThat(read.header(EventHeaders.CONTENT_TYPE)).contains("application/json");
  }

  @Test
  void theSameMessageHasTheSameEventIdAndAnotherHasAnother() {
    // Given
    DocumentWithdrawn withdrawn = new DocumentWithdrawn(DOCUMENT, null, "cms", RECEIVED, null);

    // When
    Optional<String> once = id(Outbound.event(Topics.ARTICLES, MANIFEST));
    Optional<String> twice = id(Outbound.event(Topics.ARTICLES, MANIFEST));
    Optional<String> other = id(Outbound.event(Topics.ARTICLES, withdrawn));

    // Then
    assertThat(once).isPresent().isEqualTo(twice).isNotEqualTo(other);
  }

  private Optional<String> id(Outbound outbound) {
    return inbound(writer.write(outbound, RECEIVED)).header(EventHeaders.ID);
  }

  @Test
  void aLargeValueGoesByReferenceAndAForgedReferenceIsRefused() {
    // Given
    EventWriter small = new EventWriter(claims, 10, "test");

    // When
    ProducerRecord<byte[], byte[]> written =
        small.write(Outbound.event(Topics.ENRICHED, MANIFEST), RECEIVED);

    // Then
    assertThat(written.value()).isEmpty();
    assertThat(reader.read(inbound(written))).isEqualTo(MANIFEST);
    for (String forged : List.of("file:///etc/passwd", "urn:sha256:../../x", "http://127.0.0.1/")) {
      InboundRecord record =
          record(
              new byte[0],
              Map.of(
                  EventHeaders.TYPE,
                  "io.wenliu.document.manifest.v1",
                  EventHeaders.DATA_REF,
                  forged));
      assertThatThrownBy(() -> reader.read(record)).isInstanceOf(UnreadableMessageException.class);
    }
    InboundRecord unknown =
        record(
            new byte[0],
            Map.of(
                EventHeaders.TYPE, "io.wenliu.document.manifest.v1",
                EventHeaders.DATA_REF, "urn:sha256:" + "0".repeat(64),
                EventHeaders.DATA_SIZE, "3"));
    assertThatThrownBy(() -> reader.read(unknown)).isInstanceOf(UnreadableClaimException.class);
  }

  @Test
  void structuredModeIsReadWithDataAsJsonOrAsBase64() {
    // Given
    String json = new String(ContractJson.write(MANIFEST), UTF_8);
    String start =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"io.wenliu.document.manifest.v1\",";
    String base64 = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    Map<String, String> headers =
        Map.of("content-type", "application/CloudEvents+json; charset=UTF-8");

    // Then
    assertThat(reader.read(record((start + "\"data\":" + json + "}").getBytes(UTF_8), headers)))
        .isEqualTo(MANIFEST);
    assertThat(
            reader.read(
                record((start + "\"data_base64\":\"" + base64 + "\"}").getBytes(UTF_8), headers)))
        .isEqualTo(MANIFEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cloudevents",
        "application/cloudevents+jsonx",
        "application/cloudevents+json-seq",
        "application/json; profile=application/cloudevents+json"
      })
  void whatIsNotExactlyTheStructuredTypeIsNotRead(String type) {
    // Given
    InboundRecord record =
        record("{\"type\":\"com.example\"}".getBytes(UTF_8), Map.of("content-type", type));

    // Then
    assertThat(EventReader.isStructured(record)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"type\":5}",
        "{\"type\":\"io.wenliu.document.manifest.v1\"}",
        "{\"type\":\"io.wenliu.document.manifest.v1\",\"data_base64\":\"?\"}",
        "{\"type\":\"com.example\",\"data\":{}}",
        "{\"type\":\"io.wenliu.document.manifest.v1\",\"data\":{},\"data\":{}}",
        "{"
      })
  void aBrokenStructuredEventIsUnreadable(String event) {
    // Given
    InboundRecord record =
        record(event.getBytes(UTF_8), Map.of("content-type", "application/cloudevents+json"));

    // Then
    assertThatThrownBy(() -> reader.read(record)).isInstanceOf(UnreadableMessageException.class);
  }

  @Test
  void aRecordWithoutValueIsATombstoneAndAHeaderWithoutValueIsAbsent() {
    // Given
    InboundRecord tombstone = record(null, Map.of());
    tombstone.raw().headers().add("ce_type", null);

    // Then
    assertThat(tombstone.isTombstone()).isTrue();
    assertThat(tombstone.header("ce_type")).isEmpty();
    assertThat(
            inbound(writer.write(new Outbound.Tombstone(Topics.ENRICHED, "k"), null)).isTombstone())
        .isTrue();
  }

  @Test
  void noVersionHasTheKeyOfAnotherOnACompactedTopic() {
    // Given
    List<PipelineMessage> messages =
        List.of(
            manifest(4),
            manifest(5),
            new DocumentWithdrawn(DOCUMENT, null, "cms", RECEIVED, null),
            new DocumentWithdrawn(DOCUMENT, Version.of(4, 0), "cms", RECEIVED, null),
            new DocumentWithdrawn(DOCUMENT, Version.of(5, 0), "cms", RECEIVED, null));

    // When
    List<String> keys =
        messages.stream().map(message -> Outbound.event(Topics.ENRICHED, message).key()).toList();

    // Then
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(keys).extracting(CompactedKey::withoutVersion).containsOnly(DOCUMENT.value());
  }

  private static DocumentManifest manifest(long version) {
    return new DocumentManifest(
        DOCUMENT, Version.of(version, 0), "cms", null, null, "text/plain", RECEIVED, List.of());
  }

  @Test
  void articlesAreInTheirDocumentsPartition() {
    // Given
    DocumentPartitioner partitioner = new DocumentPartitioner();
    var cluster =
        new org.apache.kafka.common.Cluster(
            "c",
            List.of(),
            java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> new org.apache.kafka.common.PartitionInfo("t", i, null, null, null))
                .toList(),
            java.util.Set.of(),
            java.util.Set.of());

    // Then
    for (int i = 0; i < 50; i++) {
      DocumentId document = DocumentId.of("cms", "page-" + i);
      byte[] documentKey = document.value().getBytes(UTF_8);
      byte[] articleKey =
          ArticleId.ofHeadlines(document, List.of("标题")).getFirst().value().getBytes(UTF_8);
      byte[] versionKey = CompactedKey.of(document, Version.of(3, 0)).getBytes(UTF_8);
      assertThat(
              List.of(
                  partitioner.partition("t", null, articleKey, null, null, cluster),
                  partitioner.partition("t", null, versionKey, null, null, cluster)))
          .containsOnly(partitioner.partition("t", null, documentKey, null, null, cluster));
    }
    partitioner.close();
  }

  private InboundRecord inbound(ProducerRecord<byte[], byte[]> written) {
    return new InboundRecord(
        new ConsumerRecord<>(
            written.topic(),
            0,
            0,
            RECEIVED.plusSeconds(9).toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            written.key(),
            written.value(),
            written.headers(),
            Optional.empty()),
        claims);
  }

  private InboundRecord record(byte @Nullable [] value, Map<String, String> headers) {
    RecordHeaders all = new RecordHeaders();
    headers.forEach((name, text) -> all.add(name, text.getBytes(UTF_8)));
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>("t", null, null, new byte[] {'k'}, value, all);
    return inbound(record);
  }
}
