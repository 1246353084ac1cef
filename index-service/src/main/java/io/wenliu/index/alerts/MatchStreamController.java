package io.wenliu.index.alerts;

import io.wenliu.index.stream.EventFeed;
import io.wenliu.index.stream.EventStreams;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Serves matches as they are found.
@RestController
class MatchStreamController extends EventStreams<ShownMatch> {

  MatchStreamController(EventFeed<ShownMatch> matchFeed) {
    super(matchFeed, "match");
  }

  /// @param alert ids of those that are wanted; none for all
  @GetMapping(path = "/api/v1/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> matches(
      @RequestParam(defaultValue = "") List<String> alert,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    Set<String> wanted = Set.copyOf(alert);
    return open(lastEventId, match -> wanted.isEmpty() || wanted.contains(match.alertId()));
  }
}
