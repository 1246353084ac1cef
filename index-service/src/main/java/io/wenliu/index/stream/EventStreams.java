package io.wenliu.index.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Answers with a feed. Its connections never end by themselves, so they are closed before the web
/// server waits for open requests.
///
/// @param <T> what is told
public abstract class EventStreams<T> implements SmartLifecycle {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final EventFeed<T> feed;
  private final String event;
  private volatile boolean running;

  /// @param event the events' name
  protected EventStreams(EventFeed<T> feed, String event) {
    this.feed = feed;
    this.event = event;
  }

  /// @param lastEventId where the reader left off; null for one who begins
  /// @param wanted what the reader is told
  protected final ResponseEntity<SseEmitter> open(
      @Nullable String lastEventId, Predicate<T> wanted) {
    SseEmitter emitter = new SseEmitter(0L);
    EventReader<T> reader =
        new EventReader<>(emitter, event, position(lastEventId), wanted, feed, this, HEARTBEAT);
    emitter.onCompletion(() -> feed.leave(reader));
    emitter.onError(_ -> feed.leave(reader));
    feed.join(reader);
    Thread.ofVirtual().name(event + "-reader").start(reader);
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("X-Accel-Buffering", "no")
        .body(emitter);
  }

  /// Gets ready what is about to be shown, many items at once.
  ///
  /// @throws io.wenliu.kafka.stage.TransientException if it cannot now: the readers are cut off and
  ///   come back
  protected void prepare(List<T> items) {}

  /// What readers are shown of an item.
  ///
  /// @return empty where there is nothing to tell of it any more
  protected Optional<?> shown(T item) {
    return Optional.of(item);
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
    feed.readers().forEach(EventReader::close);
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
