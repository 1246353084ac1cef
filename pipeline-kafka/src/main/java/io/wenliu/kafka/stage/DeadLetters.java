package io.wenliu.kafka.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Sha256;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.CompactedKey;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.Outbound;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// Writes a record that can never be processed: the record as it came, with headers that say why
/// and where from, and the failure for its journey.
///
/// A dead letter has a key of its own, which begins with its document's id; the record's key moves
/// into a header. So the compacted topic keeps every letter until a tombstone erases it. A value
/// that is too large goes by reference, as everywhere: what its newsroom had compressed need not
/// fit as it is written here.
public final class DeadLetters {

  /// Id of the stage that gave up.
  public static final String STAGE = "wenliu-dlt-stage";

  /// A sentence for the newsroom.
  public static final String REASON = "wenliu-dlt-reason";

  /// Class of the exception; absent where the stage rejected the record by itself.
  public static final String EXCEPTION = "wenliu-dlt-exception";

  /// When the stage gave up, on a record that was put back when that was done; ISO 8601.
  public static final String AT = "wenliu-dlt-at";

  /// How often the record has come to the dead letters, replays counted.
  public static final String ATTEMPT = "wenliu-dlt-attempt";

  /// Topic that the record stood on.
  public static final String TOPIC = "wenliu-dlt-topic";

  /// Partition that the record stood on.
  public static final String PARTITION = "wenliu-dlt-partition";

  /// Offset that the record stood at.
  public static final String OFFSET = "wenliu-dlt-offset";

  /// Key that the record had; absent where it had none.
  public static final String KEY = "wenliu-dlt-key";

  /// Version of the document; absent where the record did not tell.
  public static final String VERSION = "wenliu-dlt-version";

  /// Id of the article; absent where the whole document failed, or the record did not tell.
  public static final String ARTICLE = "wenliu-dlt-article";

  /// On a record that was put back: the dead letter that it was.
  public static final String REPLAY = "wenliu-dlt-replay";

  /// On a tombstone: what became of the letter.
  public static final String END = "wenliu-dlt-end";

  /// What the headers of dead letters begin with.
  public static final String PREFIX = "wenliu-dlt-";

  private static final int MAX_REASON_LENGTH = 1000;
  private static final int ID_DIGITS = 16;

  /// Most bytes of one header, and of all, in a letter that was too large with more.
  private static final int MOST_OF_HEADER = 4 * 1024;

  private static final int MOST_OF_HEADERS = 64 * 1024;

  /// By which newsrooms that know no CloudEvents say what a file is.
  private static final Set<String> PLAIN_HEADERS =
      Set.of(EventHeaders.CONTENT_TYPE, "source", "id", "version", "filename");

  private final Stage stage;
  private final EventWriter writer;
  private final Clock clock;

  DeadLetters(Stage stage, EventWriter writer, Clock clock) {
    this.stage = stage;
    this.writer = writer;
    this.clock = clock;
  }

  /// The dead letter and its journey event.
  ///
  /// @param cause null where the stage rejected the record by itself
  /// @throws java.io.UncheckedIOException if a large value cannot be kept now
  List<ProducerRecord<byte[], byte[]>> write(
      InboundRecord record, Outcome.Reject reject, @Nullable Throwable cause) {
    ConsumerRecord<byte[], byte[]> raw = record.raw();
    Instant now = after(record);
    String reason = shortened(reject.reason());

    Headers headers = new RecordHeaders();
    for (Header header : raw.headers()) {
      if (!header.key().startsWith(PREFIX)) {
        headers.add(header);
      }
    }
    int attempt = record.header(ATTEMPT).map(DeadLetters::number).orElse(0) + 1;
    add(headers, STAGE, stage.id());
    add(headers, REASON, reason);
    if (cause != null) {
      add(headers, EXCEPTION, cause.getClass().getName());
    }
    add(headers, AT, now.toString());
    add(headers, ATTEMPT, Integer.toString(attempt));
    add(headers, TOPIC, raw.topic());
    add(headers, PARTITION, Integer.toString(raw.partition()));
    add(headers, OFFSET, Long.toString(raw.offset()));
    if (raw.key() != null) {
      headers.add(KEY, raw.key());
    }
    if (reject.version() != null) {
      add(headers, VERSION, reject.version().toString());
    }
    if (reject.article() != null) {
      add(headers, ARTICLE, reject.article().value());
    }
    if (record.header(EventHeaders.RECEIVED_AT).isEmpty()) {
      // Replayed, it keeps the version that its first arrival gave it.
      add(headers, EventHeaders.RECEIVED_AT, record.timestamp().toString());
    }
    DocumentId document = document(record, reject);
    ProducerRecord<byte[], byte[]> letter =
        writer.passOn(
            Topics.deadLetters(stage),
            id(document, record, attempt).getBytes(UTF_8),
            raw.value(),
            headers,
            Integer.MAX_VALUE);

    JourneyEvent failed =
        new JourneyEvent(
            document,
            reject.version(),
            reject.article(),
            stage,
            JourneyEvent.Step.FAILED,
            reason,
            now);
    return List.of(letter, writer.write(Outbound.journey(failed), null));
  }

  /// Whether a dead letter is among them.
  boolean areAmong(List<ProducerRecord<byte[], byte[]>> records) {
    return records.stream().anyMatch(this::isLetter);
  }

  private boolean isLetter(ProducerRecord<byte[], byte[]> record) {
    return record.topic().equals(Topics.deadLetters(stage));
  }

  /// The same with letters that Kafka takes where these were too large: the value goes by reference
  /// however small it is, and headers that are large are left out and named in the reason.
  ///
  /// @throws java.io.UncheckedIOException if a value cannot be kept now
  List<ProducerRecord<byte[], byte[]>> smaller(List<ProducerRecord<byte[], byte[]>> records) {
    return records.stream().map(record -> isLetter(record) ? smaller(record) : record).toList();
  }

  private ProducerRecord<byte[], byte[]> smaller(ProducerRecord<byte[], byte[]> letter) {
    List<Header> all = List.of(letter.headers().toArray());
    Set<Header> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    List<String> leftOut = new ArrayList<>();
    int bytes = 0;
    // What tells where it failed and what it is before all else.
    for (Header header :
        all.stream().sorted(Comparator.comparing(header -> !isTelling(header.key()))).toList()) {
      int size = header.key().length() + (header.value() == null ? 0 : header.value().length);
      if (size <= MOST_OF_HEADER && bytes + size <= MOST_OF_HEADERS) {
        kept.add(header);
        bytes += size;
      } else {
        leftOut.add(header.key());
      }
    }
    Headers headers = new RecordHeaders(all.stream().filter(kept::contains).toList());
    if (!leftOut.isEmpty()) {
      String reason = new String(letter.headers().lastHeader(REASON).value(), UTF_8);
      headers.remove(REASON);
      add(headers, REASON, shortened(reason + "；因过大未保留：" + String.join("、", leftOut)));
    }
    return writer.passOn(letter.topic(), letter.key(), letter.value(), headers, 0);
  }

  private static boolean isTelling(String header) {
    return header.startsWith(PREFIX) || header.startsWith("ce_") || PLAIN_HEADERS.contains(header);
  }

  /// Now, yet after a replay, which was told by another service's clock.
  private Instant after(InboundRecord record) {
    Instant now = clock.instant();
    try {
      return record
          .header(AT)
          .map(replayed -> Instant.parse(replayed).plusMillis(1))
          .filter(now::isBefore)
          .orElse(now);
    } catch (DateTimeException e) {
      // Not a header of ours.
      return now;
    }
  }

  /// The same failure has the same id, however often it is written: a record that was put back
  /// twice fails as one letter.
  private static String id(DocumentId document, InboundRecord record, int attempt) {
    String origin =
        record
            .header(REPLAY)
            .map(letter -> letter + "#" + attempt)
            .orElseGet(() -> record + "#" + record.raw().timestamp());
    return document + "-" + Sha256.hex(origin.getBytes(UTF_8)).substring(0, ID_DIGITS);
  }

  /// A record that does not tell its document still gets a journey: by its key, else by its bytes.
  private static DocumentId document(InboundRecord record, Outcome.Reject reject) {
    if (reject.document() != null) {
      return reject.document();
    }
    if (reject.article() != null) {
      return reject.article().document();
    }
    String key = CompactedKey.withoutVersion(record.key().orElse(""));
    try {
      return key.indexOf('-') < 0 ? new DocumentId(key) : new ArticleId(key).document();
    } catch (IllegalArgumentException e) {
      byte @Nullable [] value = record.raw().value();
      String reference = record.header(EventHeaders.DATA_REF).orElse("");
      if ((value == null || value.length == 0)
          && reference.startsWith(EventHeaders.DATA_REF_PREFIX)) {
        // The same document whether its bytes came here or by reference.
        String hash = reference.substring(EventHeaders.DATA_REF_PREFIX.length());
        return DocumentId.ofContentHash(record.topic(), hash);
      }
      return DocumentId.ofContent(record.topic(), value == null ? key.getBytes(UTF_8) : value);
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String shortened(String reason) {
    if (reason.length() <= MAX_REASON_LENGTH) {
      return reason;
    }
    int end = MAX_REASON_LENGTH;
    return reason.substring(0, Character.isHighSurrogate(reason.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
