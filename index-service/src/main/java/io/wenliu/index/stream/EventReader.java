package io.wenliu.index.stream;

import io.wenliu.contract.ContractJson;
import io.wenliu.kafka.stage.TransientException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final EventStreams<T> streams;
  private volatile boolean open = true;

  /// @param event the events' name
  /// @param wanted what this reader is told
  /// @param streams knows what is shown of it
  EventReader(SseEmitter emitter, String event, Predicate<T> wanted, EventStreams<T> streams) {
    this.emitter = emitter;
    this.event = event;
    this.wanted = wanted;
    this.streams = streams;
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
          List<EventFeed.Entry<T>> entries = new ArrayList<>(List.of(entry));
          queue.drainTo(entries);
          streams.prepare(entries.stream().map(EventFeed.Entry::item).toList());
          for (EventFeed.Entry<T> next : entries) {
            send(next);
          }
        }
      }
    } catch (IOException | IllegalStateException e) {
      // The reader has gone.
      open = false;
    } catch (TransientException e) {
      // It comes back with its last event's id.
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  private void send(EventFeed.Entry<T> entry) throws IOException {
    Optional<?> shown = streams.shown(entry.item());
    if (shown.isPresent()) {
      emitter.send(
          SseEmitter.event()
              .name(event)
              .id(entry.position().toString())
              .data(ContractJson.mapper().writeValueAsString(shown.get()), MediaType.TEXT_PLAIN));
    }
  }
}
