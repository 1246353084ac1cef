package io.wenliu.index.live;

import io.wenliu.index.stream.EventFeed;
import io.wenliu.index.stream.EventStreams;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Serves articles as they become searchable.
@RestController
class LiveController extends EventStreams<LiveEntry> {

  private final LiveItems items;

  LiveController(EventFeed<LiveEntry> liveFeed, LiveItems items) {
    super(liveFeed, "article");
    this.items = items;
  }

  @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> live(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    return open(lastEventId, _ -> true);
  }

  @Override
  protected void prepare(List<LiveEntry> entries) {
    items.lookUp(entries);
  }

  @Override
  protected Optional<LiveItem> shown(LiveEntry entry) {
    return entry.item();
  }
}
