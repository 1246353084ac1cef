package io.wenliu.index.live;

import io.wenliu.index.stream.StreamPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Serves the live feed. Its connections never end by themselves, so they are closed before the web
/// server waits for open requests.
@RestController
class LiveController implements SmartLifecycle {

  private final LiveFeed feed;
  private final LiveItems items;
  private volatile boolean running;

  LiveController(LiveFeed feed, LiveItems items) {
    this.feed = feed;
    this.items = items;
  }

  @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> live(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    SseEmitter emitter = new SseEmitter(0L);
    LiveReader reader = new LiveReader(items, emitter);
    emitter.onCompletion(() -> feed.leave(reader));
    emitter.onError(_ -> feed.leave(reader));
    feed.join(reader, position(lastEventId));
    Thread.ofVirtual().name("live-reader").start(reader);
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("X-Accel-Buffering", "no")
        .body(emitter);
  }

  /// An id that is none of ours is no reason to be left without news.
  private static StreamPosition position(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return StreamPosition.START;
    }
    try {
      return StreamPosition.parse(lastEventId.strip());
    } catch (IllegalArgumentException e) {
      return StreamPosition.START;
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    feed.readers().forEach(LiveReader::close);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
