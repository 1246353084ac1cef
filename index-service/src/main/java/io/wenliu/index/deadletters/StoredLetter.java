package io.wenliu.index.deadletters;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Stage;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.deadletters.DeadLetter;
import io.wenliu.kafka.deadletters.DeadLetterEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A dead letter as the index `dead-letters` keeps it. One that is done with holds no text.
///
/// @param endedAt when it was replayed or discarded; null while it waits
/// @param withdrawal whether it is a withdrawal
/// @param headers of the record; empty once it is done with
/// @param preview the beginning of its content; null once it is done with
/// @param place where the record stands; null where only its end is known
public record StoredLetter(
    String id,
    State state,
    @Nullable Stage stage,
    @Nullable String topic,
    @Nullable String key,
    DocumentId documentId,
    @Nullable String source,
    @Nullable String reason,
    @Nullable String exception,
    @Nullable Instant at,
    int attempt,
    long bytes,
    @Nullable Instant endedAt,
    boolean withdrawal,
    @Nullable Map<String, String> headers,
    @Nullable String preview,
    DeadLetter.@Nullable Place place) {

  private static final long WAITING_VERSION = 1;
  private static final long ENDED_VERSION = 2;

  /// What became of a letter.
  public enum State {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("replayed")
    REPLAYED,
    @JsonProperty("discarded")
    DISCARDED;

    static State of(DeadLetterEvent.End end) {
      return switch (end) {
        case REPLAYED -> REPLAYED;
        case DISCARDED -> DISCARDED;
      };
    }

    /// As in the index and in answers.
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static StoredLetter of(DeadLetter letter) {
    return new StoredLetter(
        letter.id(),
        State.WAITING,
        letter.stage(),
        letter.topic(),
        letter.key(),
        letter.document(),
        letter.source(),
        letter.reason(),
        letter.exception(),
        letter.at(),
        letter.attempt(),
        letter.bytes(),
        null,
        letter.withdrawal(),
        letter.headers(),
        letter.preview(),
        letter.place());
  }

  /// A letter of which nothing but its end is known.
  static StoredLetter unknown(String id) {
    return new StoredLetter(
        id,
        State.DISCARDED,
        null,
        null,
        null,
        new DocumentId(id.substring(0, id.indexOf('-'))),
        null,
        null,
        null,
        null,
        0,
        0,
        null,
        false,
        null,
        null,
        null);
  }

  StoredLetter ended(State end, Instant when) {
    return new StoredLetter(
        id,
        end,
        stage,
        topic,
        key,
        documentId,
        source,
        reason,
        exception,
        at,
        attempt,
        bytes,
        when,
        withdrawal,
        null,
        null,
        place);
  }

  /// An end outranks the letter; of two ends the first stays.
  IndexWrite write() {
    return IndexWrite.versioned(
        IndexSchema.DEAD_LETTERS,
        id,
        state == State.WAITING ? WAITING_VERSION : ENDED_VERSION,
        ContractJson.mapper().writeValueAsBytes(this));
  }
}
