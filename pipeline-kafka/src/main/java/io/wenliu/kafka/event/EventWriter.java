package io.wenliu.kafka.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.AlertMatched;
import io.wenliu.contract.ArticleEmbedded;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.Claim;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Sha256;
import io.wenliu.contract.Submission;
import io.wenliu.kafka.claims.ClaimStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Writes what goes to Kafka: messages as CloudEvents in binary mode, and any value above the limit
/// by reference into the claim store. Thread-safe.
public final class EventWriter {

  /// Of what goes by reference; on a compacted topic null would mean that the key is gone.
  private static final byte[] NO_BYTES = {};

  private final ClaimStore claims;
  private final int maxValueBytes;
  private final String service;
  private final String source;

  /// @param maxValueBytes a larger value goes by reference
  /// @param service names the writer in the CloudEvents `source`
  public EventWriter(ClaimStore claims, int maxValueBytes, String service) {
    this.claims = claims;
    this.maxValueBytes = maxValueBytes;
    this.service = service;
    this.source = "/wenliu/" + service;
  }

  /// The same for what has not been accepted yet; see [ClaimStore#forIntake()].
  public EventWriter forIntake() {
    return new EventWriter(claims.forIntake(), maxValueBytes, service);
  }

  /// @param receivedAt when the pipeline first had the document, by the broker's clock; null where
  ///   the broker is still to say so
  /// @throws java.io.UncheckedIOException if a large value cannot be kept now
  public ProducerRecord<byte[], byte[]> write(Outbound outbound, @Nullable Instant receivedAt) {
    byte[] key = outbound.key().getBytes(UTF_8);
    ProducerRecord<byte[], byte[]> record =
        switch (outbound) {
          case Outbound.Event event -> event(event, key, receivedAt);
          case Outbound.Raw raw -> raw(raw, key);
          case Outbound.Tombstone _ ->
              new ProducerRecord<>(outbound.topic(), key, (byte @Nullable []) null);
        };
    if (receivedAt != null) {
      add(record.headers(), EventHeaders.RECEIVED_AT, receivedAt.toString());
    }
    return record;
  }

  /// A record that came from elsewhere, under the headers that it had.
  ///
  /// @param mostBytes a larger value goes by reference, as does one above the limit of all records
  /// @throws java.io.UncheckedIOException if a large value cannot be kept now
  public ProducerRecord<byte[], byte[]> passOn(
      String topic, byte[] key, byte @Nullable [] value, Headers headers, int mostBytes) {
    boolean referring = headers.lastHeader(EventHeaders.DATA_REF) != null;
    return withValue(
        topic,
        key,
        value == null && referring ? NO_BYTES : value,
        headers,
        Math.min(mostBytes, maxValueBytes));
  }

  private ProducerRecord<byte[], byte[]> event(
      Outbound.Event event, byte[] key, @Nullable Instant receivedAt) {
    PipelineMessage message = event.message();
    ProducerRecord<byte[], byte[]> record =
        withValue(event.topic(), key, ContractJson.write(message), List.of(), maxValueBytes);
    Headers headers = record.headers();
    add(headers, EventHeaders.SPEC_VERSION, "1.0");
    add(headers, EventHeaders.ID, id(message, event.key()));
    add(headers, EventHeaders.SOURCE, source);
    add(headers, EventHeaders.TYPE, message.type().id());
    add(headers, EventHeaders.SUBJECT, event.key());
    if (message instanceof JourneyEvent fact) {
      add(headers, EventHeaders.TIME, fact.at().toString());
    } else if (receivedAt != null) {
      add(headers, EventHeaders.TIME, receivedAt.toString());
    }
    add(headers, EventHeaders.CONTENT_TYPE, "application/json");
    return record;
  }

  private ProducerRecord<byte[], byte[]> raw(Outbound.Raw raw, byte[] key) {
    ProducerRecord<byte[], byte[]> record =
        withValue(raw.topic(), key, raw.value(), List.of(), maxValueBytes);
    raw.headers().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(header -> add(record.headers(), header.getKey(), header.getValue()));
    return record;
  }

  private ProducerRecord<byte[], byte[]> withValue(
      String topic, byte[] key, byte @Nullable [] value, Iterable<Header> headers, int mostBytes) {
    if (value == null || value.length <= mostBytes) {
      return new ProducerRecord<>(topic, null, null, key, value, headers);
    }
    Claim claim = claims.put(value);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, null, null, key, NO_BYTES, headers);
    add(record.headers(), EventHeaders.DATA_REF, EventHeaders.DATA_REF_PREFIX + claim.sha256());
    add(record.headers(), EventHeaders.DATA_SIZE, Long.toString(claim.size()));
    return record;
  }

  /// The same message has the same id whenever it is written, so that receivers outside can tell a
  /// repetition (CloudEvents 1.0, `id`).
  private static String id(PipelineMessage message, String key) {
    return switch (message) {
      case ArticleExtracted article -> join(article.id(), article.version());
      case ArticleEnriched article -> join(article.id(), article.version());
      case ArticleEmbedded article -> join(article.id(), article.version(), article.model());
      case DocumentManifest manifest -> join(manifest.document(), manifest.version());
      case DocumentPages pages -> join(pages.document(), "pages", pages.version());
      case DocumentWithdrawn withdrawn ->
          join(withdrawn.document(), "withdrawn", withdrawn.withdrawnAt());
      case JourneyEvent fact ->
          join(
              fact.article() == null ? fact.document() : fact.article(),
              fact.version(),
              fact.stage().id(),
              fact.step());
      case AlertDefined alert -> join(alert.alert(), Sha256.hex(ContractJson.write(alert)));
      case AlertMatched match -> match.id();
      case Submission submission ->
          join(key, submission.version() == null ? submission.eventTime() : submission.version());
    };
  }

  private static String join(@Nullable Object... parts) {
    return Stream.of(parts)
        .map(part -> part == null ? "" : part.toString())
        .collect(Collectors.joining(":"));
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
