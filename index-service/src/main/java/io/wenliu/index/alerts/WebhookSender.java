package io.wenliu.index.alerts;

import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.AlertDefined.Webhook;
import io.wenliu.contract.ContractJson;
import io.wenliu.index.alerts.StoredMatch.Delivery;
import io.wenliu.index.alerts.elasticsearch.MatchIndex;
import io.wenliu.index.alerts.elasticsearch.MatchIndex.HeldBack;
import io.wenliu.index.alerts.webhooks.WebhookClient;
import io.wenliu.index.alerts.webhooks.WebhookClient.Outcome;
import io.wenliu.index.alerts.webhooks.WebhookSettings;
import io.wenliu.index.elasticsearch.BulkWriter;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.IndexWrite.Unchanged;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.stage.TransientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Posts matches to their alerts' webhooks, from any number of instances.
///
/// What is due is looked up in the index and claimed there: whoever writes the claim first posts
/// it, and has a while to say how it went; after that it is anybody's again, so nothing is lost
/// with an instance that dies. A receiver that does not answer is left alone for a while, and keeps
/// nobody else waiting.
@Component
class WebhookSender implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /// Longer than a post can take.
  private static final Duration CLAIM = Duration.ofMinutes(2);

  /// Of a match that is over before anybody could be asked to take it.
  private static final String UNANSWERED = "the receiver does not answer";

  private final MatchIndex matches;
  private final Alerts alerts;
  private final AlertsListener definitions;
  private final WebhookClient client;
  private final WebhookSettings settings;
  private final BulkWriter writer;
  private final Clock clock;
  private final Semaphore free;
  private final Receivers receivers;
  private volatile boolean running;
  private @Nullable Thread thread;

  WebhookSender(
      MatchIndex matches,
      Alerts alerts,
      AlertsListener definitions,
      WebhookClient client,
      WebhookSettings settings,
      BulkWriter writer,
      Clock clock) {
    this.matches = matches;
    this.alerts = alerts;
    this.definitions = definitions;
    this.client = client;
    this.settings = settings;
    this.writer = writer;
    this.clock = clock;
    this.free = new Semaphore(settings.concurrency());
    this.receivers = new Receivers(settings, clock);
  }

  @Override
  public void start() {
    running = true;
    // Known before it runs: it goes on as long as it is.
    Thread starting = Thread.ofVirtual().name("webhook-sender").unstarted(this::sendAlways);
    thread = starting;
    starting.start();
  }

  @Override
  public void stop() {
    running = false;
    Thread sending = thread;
    if (sending != null) {
      sending.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void sendAlways() {
    try {
      while (running) {
        sendWhatIsDue();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // The service ends.
    }
  }

  private void sendWhatIsDue() throws InterruptedException {
    try {
      if (alerts.all().stream().anyMatch(alert -> alert.webhook() != null)) {
        sendDue();
      }
    } catch (TransientException e) {
      log.debug("Webhooks wait: {}", e.toString());
    }
  }

  private void sendDue() throws InterruptedException {
    if (free.availablePermits() == 0) {
      return;
    }
    definitions.awaitCurrent();
    Instant now = clock.instant();
    for (Stored<StoredMatch> due : matches.due(now, settings.concurrency(), heldBack(now))) {
      Thread.ofVirtual()
          .name("webhook")
          .start(() -> {
            try {
              sendInTurn(due);
            } catch (InterruptedException | TransientException e) {
              log.debug("The delivery of {} is left for later: {}", due.value().id(), e.toString());
            }
          });
    }
  }

  /// Alerts of receivers that nothing more is to be looked up for.
  private HeldBack heldBack(Instant now) {
    return new HeldBack(
        alertsOf(receivers.busy()),
        alertsOf(receivers.resting()),
        now.minus(settings.giveUpAfter()));
  }

  private Set<String> alertsOf(Set<String> names) {
    if (names.isEmpty()) {
      return Set.of();
    }
    Set<String> ids = new HashSet<>();
    for (AlertDefined alert : alerts.all()) {
      Webhook webhook = alert.webhook();
      if (webhook != null && names.contains(Receivers.of(webhook.url()))) {
        ids.add(alert.alert());
      }
    }
    return ids;
  }

  private void sendInTurn(Stored<StoredMatch> due) throws InterruptedException {
    StoredMatch match = due.value();
    Optional<Webhook> webhook = alerts.find(match.alert()).map(AlertDefined::webhook);
    if (webhook.isEmpty()) {
      var _ = write(match.delivered(Delivery.DROPPED, null, match.attempts(), null), due.as());
      return;
    }
    String receiver = Receivers.of(webhook.get().url());
    if (!receivers.enter(receiver)) {
      if (isOver(match, clock.instant())) {
        var _ = write(givenUp(match, UNANSWERED), due.as());
      }
      return;
    }
    try {
      free.acquire();
      try {
        if (running) {
          send(due, webhook.get(), receiver);
        }
      } finally {
        free.release();
      }
    } finally {
      receivers.leave(receiver);
    }
  }

  private void send(Stored<StoredMatch> due, Webhook webhook, String receiver)
      throws InterruptedException {
    StoredMatch match = due.value();
    StoredMatch claim =
        match.delivered(
            Delivery.PENDING, clock.instant().plus(CLAIM), match.attempts() + 1, match.problem());
    Optional<Unchanged> claimed = write(claim, due.as());
    if (claimed.isEmpty()) {
      return;
    }
    byte[] body = ContractJson.mapper().writeValueAsBytes(match.shown());
    Outcome outcome = client.post(webhook, match.id(), body, clock.instant());
    receivers.tell(receiver, !(outcome instanceof Outcome.Unanswered));
    var _ = write(after(claim, outcome), claimed.get());
  }

  private StoredMatch after(StoredMatch claim, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Received() -> claim.delivered(Delivery.DELIVERED, null, claim.attempts(), null);
      case Outcome.Refused(String problem) -> again(claim, problem);
      case Outcome.Unanswered(String problem) -> again(claim, problem);
    };
  }

  private StoredMatch again(StoredMatch claim, String problem) {
    Instant next = clock.instant().plus(settings.pauseAfter(claim.attempts()));
    return isOver(claim, next)
        ? givenUp(claim, problem)
        : claim.delivered(Delivery.PENDING, next, claim.attempts(), problem);
  }

  private boolean isOver(StoredMatch match, Instant time) {
    return time.isAfter(match.matchedAt().plus(settings.giveUpAfter()));
  }

  private static StoredMatch givenUp(StoredMatch match, String problem) {
    return match.delivered(Delivery.FAILED, null, match.attempts(), problem);
  }

  /// @return empty when somebody else was faster
  private Optional<Unchanged> write(StoredMatch match, Unchanged over) throws InterruptedException {
    IndexWrite write =
        new IndexWrite(
            IndexSchema.ALERT_MATCHES,
            match.id(),
            over,
            ContractJson.mapper().writeValueAsBytes(match));
    return writer.write(List.of(write)).getFirst() instanceof IndexWrite.Written(Unchanged as)
        ? Optional.of(as)
        : Optional.empty();
  }
}
