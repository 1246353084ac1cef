package io.wenliu.ingest.web;

import io.wenliu.contract.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Remembers the answers to the latest requests with an `Idempotency-Key`, so that a repeated one
/// is answered without a second submission. It is a courtesy of this instance: a repetition
/// elsewhere, or later, is caught by the document's identity and version.
@Component
class IdempotencyKeys {

  private static final int REMEMBERED = 10_000;

  private record Answered(String contentHash, Accepted answer) {}

  private final Map<String, Answered> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answered> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// The answer to an earlier request with this key.
  ///
  /// @throws Refusal if that one had other content
  synchronized Optional<Accepted> answer(String key, byte[] content) {
    Answered earlier = answers.get(key);
    if (earlier == null) {
      return Optional.empty();
    }
    if (!earlier.contentHash.equals(Sha256.hex(content))) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "Idempotency-Key 已用于另一份内容",
          "The Idempotency-Key was used with other content");
    }
    return Optional.of(earlier.answer);
  }

  synchronized void remember(String key, byte[] content, Accepted answer) {
    answers.put(key, new Answered(Sha256.hex(content), answer));
  }
}
