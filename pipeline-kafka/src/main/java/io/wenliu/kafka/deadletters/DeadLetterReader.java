package io.wenliu.kafka.deadletters;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Stage;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.claims.UnreadableClaimException;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.stage.DeadLetters;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what stands on the dead-letter topics.
final class DeadLetterReader {

  private static final int PREVIEW_BYTES = 4096;
  private static final int DOCUMENT_ID_LENGTH = 32;

  /// Largest content that is fetched for the sake of its beginning.
  private static final long MOST_FETCHED = 16 * 1024 * 1024;

  private final ClaimStore claims;

  DeadLetterReader(ClaimStore claims) {
    this.claims = claims;
  }

  /// Empty for a record that no stage has written.
  Optional<DeadLetterEvent> read(ConsumerRecord<byte[], byte[]> raw) {
    InboundRecord record = new InboundRecord(raw, claims);
    String id = record.key().orElse("");
    try {
      DocumentId document = new DocumentId(id.substring(0, DOCUMENT_ID_LENGTH));
      return Optional.of(record.isTombstone() ? ended(id, record) : letter(id, document, record));
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | java.time.DateTimeException
        | UnreadableMessageException e) {
      return Optional.empty();
    }
  }

  private static DeadLetterEvent ended(String id, InboundRecord record) {
    DeadLetterEvent.End end =
        record
            .header(DeadLetters.END)
            .map(word -> DeadLetterEvent.End.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(DeadLetterEvent.End.DISCARDED);
    return new DeadLetterEvent.Ended(
        id, end, record.header(DeadLetters.AT).map(Instant::parse).orElseGet(record::timestamp));
  }

  private static DeadLetter letter(String id, DocumentId document, InboundRecord record) {
    byte[] content = content(record);
    return new DeadLetter(
        id,
        Stage.ofId(record.header(DeadLetters.STAGE).orElse("")),
        document,
        record.header(DeadLetters.TOPIC).orElse(""),
        record.header(DeadLetters.KEY).orElse(null),
        source(record, content),
        record.header(DeadLetters.REASON).orElse(""),
        record.header(DeadLetters.EXCEPTION).orElse(null),
        record.header(DeadLetters.AT).map(Instant::parse).orElseGet(record::timestamp),
        record.header(DeadLetters.ATTEMPT).map(Integer::parseInt).orElse(1),
        record.header(EventHeaders.DATA_SIZE).map(Long::parseLong).orElse((long) content.length),
        record.receivedAt(),
        record
            .header(EventHeaders.TYPE)
            .filter(MessageType.DOCUMENT_WITHDRAWN.id()::equals)
            .isPresent(),
        record.headers(),
        preview(content),
        new DeadLetter.Place(record.topic(), record.raw().partition(), record.raw().offset()));
  }

  /// Also of what went by reference; nothing where that is very large or is not to be had now: a
  /// letter is listed without its beginning rather than late.
  private static byte[] content(InboundRecord record) {
    byte @Nullable [] value = record.raw().value();
    byte[] here = value == null ? new byte[0] : value;
    Optional<Long> referred = record.header(EventHeaders.DATA_SIZE).map(Long::parseLong);
    if (referred.isEmpty() || referred.get() > MOST_FETCHED) {
      return here;
    }
    try {
      return record.content();
    } catch (UnreadableClaimException | UnreadableMessageException | UncheckedIOException e) {
      return here;
    }
  }

  /// Messages of the pipeline name the newsroom in their value; `ce_source` is then the service.
  private static @Nullable String source(InboundRecord record, byte[] content) {
    Optional<String> header = record.header(EventHeaders.SOURCE).or(() -> record.header("source"));
    boolean ours = record.header(EventHeaders.TYPE).flatMap(MessageType::ofId).isPresent();
    if (ours && content.length > 0) {
      try {
        String named = ContractJson.read(content, JsonNode.class).path("source").asString("");
        if (!named.isEmpty()) {
          return named;
        }
      } catch (UnreadableMessageException e) {
        // Broken, which may be why it is here.
      }
    }
    return header.map(name -> name.replaceFirst("^/+", "")).orElse(null);
  }

  private static String preview(byte[] content) {
    String text =
        new String(
            Arrays.copyOf(content, Math.min(content.length, PREVIEW_BYTES)),
            StandardCharsets.UTF_8);
    StringBuilder shown = new StringBuilder(text.length());
    text.chars()
        .forEach(c ->
            shown.append(
                Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r'
                    ? '\uFFFD'
                    : (char) c));
    return shown.toString();
  }
}
