package io.wenliu.index.live;

import io.wenliu.contract.ContractJson;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open connection of the live feed, written by a thread of its own, so that a slow reader
/// holds up nobody. One that falls too far behind is cut off; it comes back with its last event's
/// id.
final class LiveReader implements Runnable {

  private static final int QUEUE = 4_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final BlockingQueue<LiveEntry> queue = new LinkedBlockingQueue<>(QUEUE);
  private final LiveItems items;
  private final SseEmitter emitter;
  private volatile boolean open = true;

  LiveReader(LiveItems items, SseEmitter emitter) {
    this.items = items;
    this.emitter = emitter;
  }

  void offer(LiveEntry entry) {
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
        LiveEntry entry = queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        if (entry == null) {
          emitter.send(SseEmitter.event().comment("heartbeat"));
        } else {
          List<LiveEntry> entries = new ArrayList<>(List.of(entry));
          queue.drainTo(entries);
          items.lookUp(entries);
          for (LiveEntry next : entries) {
            send(next);
          }
        }
      }
    } catch (IOException | IllegalStateException e) {
      // The reader has gone.
      open = false;
    } catch (ElasticsearchUnavailableException e) {
      // It comes back with its last event's id.
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  private void send(LiveEntry entry) throws IOException {
    Optional<LiveItem> item = entry.item();
    if (item.isPresent()) {
      emitter.send(
          SseEmitter.event()
              .name("article")
              .id(entry.position().toString())
              .data(ContractJson.mapper().writeValueAsString(item.get()), MediaType.TEXT_PLAIN));
    }
  }
}
