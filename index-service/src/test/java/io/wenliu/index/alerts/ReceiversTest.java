package io.wenliu.index.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.index.alerts.webhooks.WebhookSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReceiversTest {

  private static final String ONE = "https://one.example";
  private static final String OTHER = "https://other.example";

  private final TestClock clock = new TestClock();
  private final Receivers receivers =
      new Receivers(
          new WebhookSettings(
              false,
              Duration.ofSeconds(10),
              Duration.ofSeconds(5),
              Duration.ofHours(1),
              Duration.ofHours(24),
              8),
          clock);

  private static final class TestClock extends Clock {
    private volatile Instant now = Instant.ofEpochSecond(1_700_000_000);

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private CompletableFuture<Boolean> entering(String receiver) {
    CompletableFuture<Boolean> entered = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            entered.complete(receivers.enter(receiver));
          } catch (InterruptedException e) {
            entered.completeExceptionally(e);
          }
        });
    return entered;
  }

  private void fail(String receiver) throws InterruptedException {
    assertThat(receivers.enter(receiver)).isTrue();
    receivers.tell(receiver, false);
    receivers.leave(receiver);
  }

  @Test
  void aReceiverGetsAShareOfThePostsAndNoMore() throws Exception {
    // Given
    assertThat(receivers.enter(ONE)).isTrue();
    assertThat(receivers.enter(ONE)).isTrue();

    // When
    CompletableFuture<Boolean> third = entering(ONE);

    // Then
    assertThat(receivers.busy()).containsExactly(ONE);
    assertThat(receivers.enter(OTHER)).isTrue();
    assertThat(third).isNotDone();
    receivers.leave(ONE);
    await().until(third::isDone);
    assertThat(third).isCompletedWithValue(true);
  }

  @Test
  void aReceiverThatDoesNotAnswerRestsLongerEachTime() throws Exception {
    // When
    fail(ONE);

    // Then
    assertThat(receivers.resting()).containsExactly(ONE);
    assertThat(receivers.enter(ONE)).isFalse();
    assertThat(receivers.enter(OTHER)).isTrue();
    clock.pass(Duration.ofSeconds(5));
    fail(ONE);
    clock.pass(Duration.ofSeconds(9));
    assertThat(receivers.enter(ONE)).isFalse();
    clock.pass(Duration.ofSeconds(1));
    assertThat(receivers.enter(ONE)).isTrue();
  }

  @Test
  void whoWaitsIsLetGoWhenTheReceiverRests() throws Exception {
    // Given
    assertThat(receivers.enter(ONE)).isTrue();
    assertThat(receivers.enter(ONE)).isTrue();
    CompletableFuture<Boolean> waiting = entering(ONE);

    // When
    receivers.tell(ONE, false);
    receivers.leave(ONE);

    // Then
    await().until(waiting::isDone);
    assertThat(waiting).isCompletedWithValue(false);
  }

  @Test
  void postsUnderWayTogetherAreOneFailure() throws Exception {
    // Given
    assertThat(receivers.enter(ONE)).isTrue();
    assertThat(receivers.enter(ONE)).isTrue();

    // When
    receivers.tell(ONE, false);
    receivers.tell(ONE, false);

    // Then
    clock.pass(Duration.ofSeconds(5));
    assertThat(receivers.resting()).isEmpty();
  }

  @Test
  void afterARestASinglePostFindsOutWhetherAllMayFollow() throws Exception {
    // Given
    fail(ONE);
    clock.pass(Duration.ofSeconds(5));

    // When
    assertThat(receivers.enter(ONE)).isTrue();

    // Then
    assertThat(receivers.busy()).containsExactly(ONE);
    receivers.tell(ONE, true);
    assertThat(receivers.busy()).isEmpty();
    assertThat(receivers.enter(ONE)).isTrue();
  }

  @Test
  void aReceiverIsTheServerThatAnAddressIsAt() {
    assertThat(Receivers.of("https://One.example:8443/hook?a=b"))
        .isEqualTo("https://one.example:8443");
    assertThat(Receivers.of("https://one.example/a"))
        .isEqualTo(Receivers.of("https://one.example/b"));
    assertThat(Receivers.of("no address")).isEqualTo("no address");
  }
}
