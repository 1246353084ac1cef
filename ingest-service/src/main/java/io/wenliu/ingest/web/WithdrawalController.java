package io.wenliu.ingest.web;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes documents back (撤稿). An unknown one is accepted too: its submission may still be under
/// way.
@RestController
class WithdrawalController {

  /// Who withdraws where the request names no source.
  private static final String OPERATOR = "operator";

  private final EventPublisher publisher;
  private final Clock clock;

  WithdrawalController(EventPublisher publisher, Clock clock) {
    this.publisher = publisher;
    this.clock = clock;
  }

  @DeleteMapping("/api/v1/documents/{id}")
  ResponseEntity<Accepted> withdraw(
      @PathVariable("id") String id,
      @RequestHeader(name = "X-Wenliu-Source", required = false) @Nullable String source,
      @RequestParam(name = "reason", required = false) @Nullable String reason) {
    DocumentId document = documentId(id);
    String withdrawing = source == null ? OPERATOR : source;
    publisher.publish(
        Outbound.event(
            Topics.SUBMISSIONS,
            new DocumentWithdrawn(document, null, withdrawing, clock.instant(), reason)));
    return ResponseEntity.accepted().body(Accepted.of(document, withdrawing, null));
  }

  private static DocumentId documentId(String id) {
    try {
      return new DocumentId(id);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("文档编号应为 32 位十六进制小写字符", "A document id is 32 lowercase hex digits");
    }
  }
}
