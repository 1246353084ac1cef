package io.wenliu.index.stream;

import io.wenliu.contract.ContractJson;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open connection of a feed, written by a thread of its own, so that a slow reader holds up
/// nobody. One that falls too far behind is cut off; it comes back with its last event's id.
///
/// @param <T> what is told
public final class EventReader<T> implements Runnable {

  private static final int QUEUE = 4_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final BlockingQueue<EventFeed.Entry<T>> queue = new LinkedBlockingQueue<>(QUEUE);
  private final SseEmitter emitter;
  private final String event;
  private final Predicate<T> wanted;
  private volatile boolean open = true;

  /// @param event the events' name
  /// @param wanted what this reader is told
  public EventReader(SseEmitter emitter, String event, Predicate<T> wanted) {
    this.emitter = emitter;
    this.event = event;
    this.wanted = wanted;
  }

  void offer(EventFeed.Entry<T> entry) {
    if (wanted.test(entry.item()) && !queue.offer(entry)) {
      close();
    }
  }

  /// Ends the connection; the client is expected to open another.
  public void close() {
    open = false;
    emitter.complete();
  }

  @Override
  public void run() {
    try {
      // Says at once that the connection stands.
      emitter.send(SseEmitter.event().comment("wenliu"));
      while (open) {
        EventFeed.@Nullable Entry<T> entry =
            queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        if (entry == null) {
          emitter.send(SseEmitter.event().comment("heartbeat"));
        } else {
          emitter.send(
              SseEmitter.event()
                  .name(event)
                  .id(entry.position().toString())
                  .data(
                      ContractJson.mapper().writeValueAsString(entry.item()),
                      MediaType.TEXT_PLAIN));
        }
      }
    } catch (IOException | IllegalStateException e) {
      // The reader has gone.
      open = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }
}
