package io.wenliu.kafka.deadletters;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Stage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record that a stage could never process, as far as people are told of it.
///
/// @param id names it on its topic and in the API: the document's id, a dash, 16 hex digits
/// @param topic that the record stood on
/// @param key that the record had; null when it had none
/// @param source the submitting system; null where the record does not tell
/// @param exception class of it; null where the stage rejected the record by itself
/// @param at when the stage gave up
/// @param attempt how often the record has come to the dead letters, this time included
/// @param bytes of its content
/// @param receivedAt when the pipeline first had it, by the broker's clock
/// @param withdrawal whether it is a withdrawal, which holds no text
/// @param headers all of them, as text
/// @param preview the beginning of its content as text; empty where that went by reference and is
///   very large or not to be had
/// @param place where it stands, for [DeadLetterBox#replay]
public record DeadLetter(
    String id,
    Stage stage,
    DocumentId document,
    String topic,
    @Nullable String key,
    @Nullable String source,
    String reason,
    @Nullable String exception,
    Instant at,
    int attempt,
    long bytes,
    Instant receivedAt,
    boolean withdrawal,
    Map<String, String> headers,
    String preview,
    Place place)
    implements DeadLetterEvent {

  public DeadLetter {
    headers = Map.copyOf(headers);
  }

  /// Where a letter stands.
  public record Place(String topic, int partition, long offset) {}
}
