package io.wenliu.ingest.web;

import io.wenliu.contract.Caller;
import io.wenliu.contract.Sha256;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.notes.NoteBook;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.kafka.stage.StageClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Remembers requests with an `Idempotency-Key` for a day, on Kafka, so that every instance knows
/// them, also after a restart.
///
/// A key is noted before its submission is published; the broker's time of the note stands for its
/// arrival. A repeated request publishes the submission again as of that time, so at the same
/// version: in effect once, and never lost where the first request died halfway.
@Component
class IdempotencyKeys implements AutoCloseable {

  private final NoteBook notes;

  IdempotencyKeys(StageClients clients, EventPublisher publisher) {
    this.notes = new NoteBook(clients, publisher, Topics.INTAKE_KEYS);
  }

  /// When the caller's request with this key arrived first. Callers choose their keys by
  /// themselves, so one's are nothing to another's.
  ///
  /// @throws Refusal if that one had other content
  /// @throws io.wenliu.kafka.stage.TransientException if Kafka does not answer in time
  Instant arrival(Caller caller, String key, byte[] content) {
    String hashed = Sha256.hex((caller.name() + '\0' + key).getBytes(StandardCharsets.UTF_8));
    String contentHash = Sha256.hex(content);
    Optional<NoteBook.Note> earlier = notes.find(hashed);
    if (earlier.isEmpty()) {
      return notes.write(hashed, contentHash);
    }
    if (!earlier.get().text().equals(contentHash)) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "Idempotency-Key 已用于另一份内容",
          "The Idempotency-Key was used with other content");
    }
    return earlier.get().writtenAt();
  }

  @Override
  public void close() {
    notes.close();
  }
}
