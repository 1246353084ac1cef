package io.wenliu.index.live;

import io.wenliu.contract.ContractJson;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open connection of the live feed, written by a thread of its own, so that a slow reader
/// holds up nobody. One that falls too far behind is cut off; it comes back with its last event's
/// id.
final class LiveReader implements Runnable {

  private static final int QUEUE = 4_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final BlockingQueue<LiveFeed.Entry> queue = new LinkedBlockingQueue<>(QUEUE);
  private final SseEmitter emitter;
  private volatile boolean open = true;

  LiveReader(SseEmitter emitter) {
    this.emitter = emitter;
  }

  void offer(LiveFeed.Entry entry) {
    if (!queue.offer(entry)) {
      close();
    }
  }

  /// Ends the connection; the client is expected to open another.
  void close() {
    open = false;
    emitter.complete();
  }

  @Override
  public void run() {
    try {
      // Says at once that the connection stands.
      emitter.send(SseEmitter.event().comment("wenliu"));
      while (open) {
        LiveFeed.@Nullable Entry entry = queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        if (entry == null) {
          emitter.send(SseEmitter.event().comment("heartbeat"));
        } else {
          emitter.send(
              SseEmitter.event()
                  .name("article")
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
