package io.wenliu.index.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page of dead letters.
///
/// @param total of all pages
/// @param reasons the most frequent first, of all pages
/// @param cursor to the next page; null on the last
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeadLetterAnswer(
    long total, List<Letter> deadLetters, List<Count> reasons, @Nullable String cursor) {

  /// How many letters have a reason.
  record Count(String value, long count) {}

  /// A dead letter as the list has it.
  ///
  /// @param replayedAt null unless it was replayed
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Letter(
      String id,
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
      StoredLetter.State state,
      @Nullable Instant replayedAt) {

    static Letter of(StoredLetter letter) {
      return new Letter(
          letter.id(),
          letter.stage(),
          letter.topic(),
          letter.key(),
          letter.documentId(),
          letter.source(),
          letter.reason(),
          letter.exception(),
          letter.at(),
          letter.attempt(),
          letter.bytes(),
          letter.state(),
          letter.state() == StoredLetter.State.REPLAYED ? letter.endedAt() : null);
    }
  }

  /// One dead letter with what is in it.
  ///
  /// @param headers of the record; empty once it is done with
  /// @param preview the first 4 KiB as text; null once it is done with
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Opened(
      @JsonUnwrapped Letter letter, Map<String, String> headers, @Nullable String preview) {

    static Opened of(StoredLetter letter) {
      Map<String, String> headers = letter.headers();
      return new Opened(Letter.of(letter), headers == null ? Map.of() : headers, letter.preview());
    }
  }
}
