package io.wenliu.index.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class EventFeedTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMillis(20);
  private static final int KEPT = 2 * EventReader.QUEUE;

  private final EventFeed<String> feed = new EventFeed<>();
  private final EventStreams<String> streams =
      new EventStreams<>(feed, "item") {
        @Override
        protected Optional<?> shown(String item) {
          return item.equals("withdrawn") ? Optional.empty() : Optional.of(item);
        }
      };
  private final List<EventReader<String>> readers = new ArrayList<>();

  /// A client that keeps up.
  private static class Client extends SseEmitter {
    final Queue<String> events = new ConcurrentLinkedQueue<>();

    @Override
    public void send(SseEventBuilder event) {
      events.add(
          event.build().stream()
              .map(part -> String.valueOf(part.getData()))
              .collect(Collectors.joining()));
    }

    List<String> data() {
      return events.stream()
          .flatMap(String::lines)
          .filter(line -> line.startsWith("data:"))
          .map(line -> line.substring(5))
          .toList();
    }

    StreamPosition lastId() {
      return events.stream()
          .flatMap(String::lines)
          .filter(line -> line.startsWith("id:"))
          .reduce((_, last) -> last)
          .map(line -> StreamPosition.parse(line.substring(3)))
          .orElse(StreamPosition.START);
    }

    boolean isConnected() {
      return !events.isEmpty();
    }
  }

  /// One that reads nothing: who writes to it waits, and so does who would complete it.
  private static final class StuckClient extends Client {
    final CountDownLatch end = new CountDownLatch(1);

    @Override
    public void send(SseEventBuilder event) {
      super.send(event);
      waitForever();
    }

    @Override
    public void complete() {
      waitForever();
    }

    private void waitForever() {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @AfterEach
  void close() {
    readers.forEach(EventReader::close);
  }

  private <C extends Client> C connected(C client, StreamPosition last) {
    EventReader<String> reader =
        new EventReader<>(
            client, "item", last, item -> !item.equals("unwanted"), feed, streams, SOON);
    readers.add(reader);
    feed.join(reader);
    Thread.ofVirtual().start(reader);
    await().atMost(PATIENCE).until(client::isConnected);
    return client;
  }

  private void publish(int first, int count) {
    IntStream.range(first, first + count).forEach(i -> feed.publish("item " + i, 0, i));
  }

  @Test
  void aClientIsToldWhereItIsAlsoWhileMuchComesOfWhichNothingIsShown() {
    // Given
    feed.begin(Map.of(0, 0L));
    Client client = connected(new Client(), new StreamPosition(Map.of(0, 3L)));
    AtomicLong offset = new AtomicLong(4);

    // Then
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> {
          feed.publish("withdrawn", 0, offset.getAndIncrement());
          return !client.lastId().isBefore(0, 50);
        });
    assertThat(client.data()).isEmpty();
  }

  @Test
  void aClientThatDoesNotReadHoldsUpNobody() {
    // Given
    feed.begin(Map.of(0, 0L));
    StuckClient stuck = connected(new StuckClient(), StreamPosition.START);
    try {
      // When
      Thread publishing = Thread.ofVirtual().start(() -> publish(0, EventReader.QUEUE + 1));
      await().atMost(PATIENCE).until(() -> !publishing.isAlive());
      Client client = connected(new Client(), StreamPosition.START);
      feed.publish("news", 1, 0);

      // Then
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(client.data()).containsExactly("\"news\""));
      assertThat(feed.readers()).hasSize(1);
    } finally {
      stuck.end.countDown();
    }
  }

  @Test
  void whoLeavesBeforeTheFirstEventMissesNothing() {
    // Given
    feed.begin(Map.of(0, 0L, 1, 7L));
    Client first = connected(new Client(), StreamPosition.START);
    await().atMost(PATIENCE).until(() -> !first.lastId().equals(StreamPosition.START));
    readers.getFirst().close();

    // When
    feed.publish("meanwhile", 0, 0);
    Client second = connected(new Client(), first.lastId());

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(second.data()).containsExactly("\"meanwhile\""));
    assertThat(first.events.element()).contains("id:0--1.1-6\n");
    assertThat(first.data()).isEmpty();
  }

  @Test
  void aHeartbeatTellsHowFarNothingWasWanted() {
    // Given
    feed.begin(Map.of(0, 0L, 1, 0L));
    Client client = connected(new Client(), StreamPosition.START);

    // When
    feed.publish("unwanted", 0, 3);
    feed.reached(Map.of(0, 5L, 1, 9L));

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(client.lastId()).isEqualTo(new StreamPosition(Map.of(0, 4L, 1, 8L))));
    assertThat(client.data()).isEmpty();
  }

  @Test
  void whoWasCutOffGetsEverythingBack() {
    // Given
    feed.begin(Map.of(0, 0L));
    publish(0, KEPT);

    // When
    Client client = connected(new Client(), new StreamPosition(Map.of(0, -1L)));

    // Then
    await().atMost(PATIENCE).until(() -> client.data().size() == KEPT);
    assertThat(client.data()).doesNotContain("{}").startsWith("\"item 0\"").doesNotHaveDuplicates();
  }

  @Test
  void whatIsKeptNoMoreIsAGap() {
    // Given
    feed.begin(Map.of(0, 0L));
    publish(0, KEPT + 2);

    // When
    Client late = connected(new Client(), new StreamPosition(Map.of(0, 0L)));
    Client inTime = connected(new Client(), new StreamPosition(Map.of(0, 1L)));

    // Then
    await()
        .atMost(PATIENCE)
        .until(() -> late.data().size() == KEPT + 1 && inTime.data().size() == KEPT);
    assertThat(late.events.stream().skip(1).findFirst().orElseThrow())
        .contains("event:gap")
        .contains("data:{}")
        .contains("id:0-1\n");
    assertThat(late.data().get(1)).isEqualTo("\"item 2\"");
    assertThat(inTime.data()).doesNotContain("{}");
  }

  @Test
  void whatWasNeverReadIsAGapForWhoComesBackAndNotForWhoBegins() {
    // Given
    Client back = connected(new Client(), new StreamPosition(Map.of(0, 10L, 1, 900L)));
    Client near = connected(new Client(), new StreamPosition(Map.of(0, 499L, 1, 900L)));
    Client begins = connected(new Client(), StreamPosition.START);

    // When
    feed.begin(Map.of(0, 500L, 1, 800L));
    feed.publish("news", 0, 1_000);

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(back.data()).containsExactly("{}", "\"news\"");
          assertThat(near.data()).containsExactly("\"news\"");
          assertThat(begins.data()).containsExactly("\"news\"");
        });
  }

  @Test
  void whatIsSkippedAfterTroubleIsAGapForAllWhoListen() {
    // Given
    feed.begin(Map.of(0, 0L));
    Client client = connected(new Client(), StreamPosition.START);
    publish(0, 1);

    // When
    feed.begin(Map.of(0, 1L));
    feed.begin(Map.of(0, 700L));

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(client.data()).containsExactly("\"item 0\"", "{}"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(client.lastId().isBefore(0, 700)).isTrue());
  }
}
