package io.wenliu.kafka.event;

import io.wenliu.contract.Claim;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.kafka.claims.ClaimStore;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A record as a stage receives it; content that went by reference is fetched where it is asked
/// for.
public final class InboundRecord {

  private final ConsumerRecord<byte[], byte[]> raw;
  private final ClaimStore claims;

  public InboundRecord(ConsumerRecord<byte[], byte[]> raw, ClaimStore claims) {
    this.raw = raw;
    this.claims = claims;
  }

  /// The record as Kafka gave it.
  public ConsumerRecord<byte[], byte[]> raw() {
    return raw;
  }

  /// Where it was read.
  public String topic() {
    return raw.topic();
  }

  /// The key as UTF-8; empty when it has none.
  public Optional<String> key() {
    byte @Nullable [] key = raw.key();
    return key == null ? Optional.empty() : Optional.of(new String(key, StandardCharsets.UTF_8));
  }

  /// The last value of a header as UTF-8; empty when absent or blank.
  public Optional<String> header(String name) {
    @Nullable Header header = raw.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      return Optional.empty();
    }
    String value = new String(header.value(), StandardCharsets.UTF_8).strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /// All headers as UTF-8, of a repeated one the last.
  public Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : raw.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return headers;
  }

  /// Whether it is a compacted topic's mark that its key is gone: no value and no claim to one.
  public boolean isTombstone() {
    return raw.value() == null && header(EventHeaders.DATA_REF).isEmpty();
  }

  /// The value, from the claim store if it went by reference.
  ///
  /// @throws UnreadableMessageException if there is none or the reference has not our form
  /// @throws io.wenliu.kafka.claims.UnreadableClaimException if the store has not what it names
  /// @throws java.io.UncheckedIOException if the store cannot be read now
  public byte[] content() {
    Optional<String> reference = header(EventHeaders.DATA_REF);
    if (reference.isPresent()) {
      return claims.get(claim(reference.get()));
    }
    byte @Nullable [] value = raw.value();
    if (value == null) {
      throw new UnreadableMessageException("the record has no value", null);
    }
    return value;
  }

  private Claim claim(String reference) {
    try {
      if (!reference.startsWith(EventHeaders.DATA_REF_PREFIX)) {
        throw new IllegalArgumentException("dataref must be urn:sha256:<hex>");
      }
      return new Claim(
          reference.substring(EventHeaders.DATA_REF_PREFIX.length()),
          Long.parseLong(header(EventHeaders.DATA_SIZE).orElse("absent")));
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessageException("no valid reference to content: " + e.getMessage(), e);
    }
  }

  /// The record's time: the broker's where the topic says so, as on `wenliu.submissions`.
  public Instant timestamp() {
    return Instant.ofEpochMilli(Math.max(0, raw.timestamp()));
  }

  /// When the pipeline first had the document: its header where a stage before has written it, else
  /// this record's time.
  public Instant receivedAt() {
    try {
      return header(EventHeaders.RECEIVED_AT).map(Instant::parse).orElseGet(this::timestamp);
    } catch (DateTimeException e) {
      throw new UnreadableMessageException("receivedat is no ISO 8601 instant", e);
    }
  }

  @Override
  public String toString() {
    return raw.topic() + "-" + raw.partition() + "@" + raw.offset();
  }
}
