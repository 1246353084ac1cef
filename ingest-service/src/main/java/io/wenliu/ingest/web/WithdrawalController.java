package io.wenliu.ingest.web;

import io.wenliu.contract.Caller;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes documents back (撤稿), for an operator or the source that submitted them. An unknown one is
/// accepted too: its submission may still be under way.
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

  /// @param source who withdraws
  /// @param ownId the document's id at its source: who names it shows that the document is theirs,
  ///   since both make up the document's id
  /// @param sha256 of the file, for a document that had no id of its own
  @DeleteMapping("/api/v1/documents/{id}")
  ResponseEntity<Accepted> withdraw(
      @PathVariable("id") String id,
      @RequestHeader(name = "X-Wenliu-Source", required = false) @Nullable String source,
      @RequestParam(name = "id", required = false) @Nullable String ownId,
      @RequestParam(name = "sha256", required = false) @Nullable String sha256,
      @RequestParam(name = "reason", required = false) @Nullable String reason,
      HttpServletRequest request) {
    DocumentId document = documentId(id);
    Caller caller = Caller.of(request::getHeader);
    String withdrawing = source == null ? caller.onlySource().orElse(OPERATOR) : source;
    if (!caller.isOperator()) {
      requireOwn(caller, withdrawing, document, ownId, sha256);
    }
    publisher.publish(
        Outbound.event(
            Topics.SUBMISSIONS,
            new DocumentWithdrawn(document, null, withdrawing, clock.instant(), reason)));
    return ResponseEntity.accepted().body(Accepted.of(document, withdrawing, null));
  }

  private static void requireOwn(
      Caller caller,
      String source,
      DocumentId document,
      @Nullable String ownId,
      @Nullable String sha256) {
    if (!caller.isOf(source)) {
      throw Refusal.notYourSource(caller, source);
    }
    boolean named = ownId != null && DocumentId.of(source, ownId).equals(document);
    boolean shown =
        sha256 != null
            && DocumentId.ofContentHash(source, sha256.toLowerCase(Locale.ROOT)).equals(document);
    if (!named && !shown) {
      throw Refusal.notYourDocument(source);
    }
  }

  private static DocumentId documentId(String id) {
    try {
      return new DocumentId(id);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("文档编号应为 32 位十六进制小写字符", "A document id is 32 lowercase hex digits");
    }
  }
}
