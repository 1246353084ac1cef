package io.wenliu.index.stream;

import io.wenliu.contract.ContractJson;
import io.wenliu.index.stream.EventFeed.Entry;
import io.wenliu.index.stream.EventFeed.Gap;
import io.wenliu.index.stream.EventFeed.Told;
import io.wenliu.kafka.stage.TransientException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open connection of a feed, written by a thread of its own, so that a slow reader holds up
/// nobody. One that falls too far behind is cut off; it comes back with the last id that it was
/// told.
///
/// @param <T> what is told
public final class EventReader<T> implements Runnable {

  /// What is new and not written yet; what a reader has missed while it was away does not count.
  static final int QUEUE = 4_000;

  /// Bounds what is got ready to be shown at a time.
  private static final int AT_ONCE = 500;

  private static final String GAP = "gap";

  private final BlockingQueue<Told<T>> queue = new LinkedBlockingQueue<>(QUEUE);
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final SseEmitter emitter;
  private final String event;
  private final Predicate<T> wanted;
  private final EventFeed<T> feed;
  private final EventStreams<T> streams;
  private final Duration heartbeat;
  private StreamPosition last;
  private @Nullable StreamPosition beginning;
  private List<Told<T>> missed = List.of();
  private long written = System.nanoTime();
  private StreamPosition reached = StreamPosition.START;

  /// @param event the events' name
  /// @param last where the reader has left off; START for one who begins
  /// @param wanted what this reader is told
  /// @param streams knows what is shown of it
  /// @param heartbeat longest silence
  EventReader(
      SseEmitter emitter,
      String event,
      StreamPosition last,
      Predicate<T> wanted,
      EventFeed<T> feed,
      EventStreams<T> streams,
      Duration heartbeat) {
    this.emitter = emitter;
    this.event = event;
    this.last = last;
    this.wanted = wanted;
    this.feed = feed;
    this.streams = streams;
    this.heartbeat = heartbeat;
  }

  /// What the reader had seen before it joined; START if nobody knows.
  StreamPosition last() {
    return last;
  }

  /// For the feed, before this runs: the reader has seen nothing, and is told where that is.
  void beginAt(StreamPosition position) {
    last = position;
    beginning = position;
  }

  /// For the feed, before this runs.
  void beginWith(List<Told<T>> entries) {
    missed = entries;
  }

  /// @return false if the reader has fallen too far behind, or gone
  boolean offer(Told<T> told) {
    if (told instanceof Entry<T>(T item, _, _, _) && !wanted.test(item)) {
      return true;
    }
    if (open.get() && queue.offer(told)) {
      return true;
    }
    close();
    return false;
  }

  /// Ends the connection; the client is expected to open another. Returns at once.
  public void close() {
    if (open.getAndSet(false)) {
      // A write that nobody reads holds what it takes to complete.
      Thread.ofVirtual().name(event + "-end").start(emitter::complete);
    }
  }

  @Override
  public void run() {
    try {
      begin();
      for (int start = 0; start < missed.size(); start += AT_ONCE) {
        send(missed.subList(start, Math.min(start + AT_ONCE, missed.size())));
      }
      missed = List.of();
      while (open.get()) {
        // Before the queue is looked at: if it is empty then, all up to here has been told.
        StreamPosition position = feed.position();
        @Nullable Told<T> told = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        if (told == null) {
          beat(position);
        } else {
          List<Told<T>> next = new ArrayList<>(List.of(told));
          queue.drainTo(next, AT_ONCE - 1);
          send(next);
        }
      }
    } catch (IOException | IllegalStateException e) {
      // The reader has gone.
      open.set(false);
    } catch (TransientException e) {
      // It comes back with the last id that it was told.
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    } finally {
      feed.leave(this);
    }
  }

  /// Says at once that the connection stands, and from where on nothing is missed.
  private void begin() throws IOException {
    SseEmitter.SseEventBuilder hello = SseEmitter.event().comment("wenliu");
    write(beginning == null ? hello : identified(hello, beginning));
  }

  /// An id without data: clients keep it and tell nobody.
  private static SseEmitter.SseEventBuilder identified(
      SseEmitter.SseEventBuilder builder, StreamPosition position) {
    return position.equals(StreamPosition.START) ? builder : builder.id(position.toString());
  }

  private void send(List<Told<T>> all) throws IOException {
    List<T> items = new ArrayList<>();
    for (Told<T> told : all) {
      if (told instanceof Entry<T> entry) {
        items.add(entry.item());
      }
    }
    streams.prepare(items);
    for (Told<T> told : all) {
      if (!open.get()) {
        return;
      }
      if (System.nanoTime() - written >= heartbeat.toNanos()) {
        // Much comes of which nothing is shown.
        beat(reached);
      }
      switch (told) {
        case Gap<T> gap -> send(GAP, gap, Map.of());
        case Entry<T> entry -> {
          Optional<?> shown = streams.shown(entry.item());
          if (shown.isPresent()) {
            send(event, entry, shown.get());
          }
        }
      }
      reached = told.position();
    }
  }

  private void beat(StreamPosition position) throws IOException {
    write(identified(SseEmitter.event().comment("heartbeat"), position));
  }

  private void write(SseEmitter.SseEventBuilder what) throws IOException {
    emitter.send(what);
    written = System.nanoTime();
  }

  private void send(String name, Told<T> told, Object data) throws IOException {
    write(
        SseEmitter.event()
            .name(name)
            .id(told.position().toString())
            .data(ContractJson.mapper().writeValueAsString(data), MediaType.TEXT_PLAIN));
  }
}
