package io.wenliu.index.alerts;

import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.AlertDefined.Webhook;
import io.wenliu.contract.ContractJson;
import io.wenliu.index.alerts.StoredMatch.Delivery;
import io.wenliu.index.alerts.elasticsearch.MatchIndex;
import io.wenliu.index.alerts.webhooks.WebhookClient;
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
import java.util.List;
import java.util.Optional;
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
/// with an instance that dies. A receiver that does not answer keeps one thread waiting, nobody
/// else.
@Component
class WebhookSender implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /// Longer than a post can take.
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private final MatchIndex matches;
  private final Alerts alerts;
  private final AlertsListener definitions;
  private final WebhookClient client;
  private final WebhookSettings settings;
  private final BulkWriter writer;
  private final Clock clock;
  private final Semaphore free;
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
    definitions.awaitCurrent();
    for (Stored<StoredMatch> due : matches.due(clock.instant(), settings.concurrency())) {
      free.acquire();
      Thread.ofVirtual()
          .name("webhook")
          .start(() -> {
            try {
              send(due);
            } catch (InterruptedException | TransientException e) {
              log.debug("The delivery of {} is left for later: {}", due.value().id(), e.toString());
            } finally {
              free.release();
            }
          });
    }
  }

  private void send(Stored<StoredMatch> due) throws InterruptedException {
    StoredMatch match = due.value();
    StoredMatch claim =
        match.delivered(
            Delivery.PENDING, clock.instant().plus(CLAIM), match.attempts() + 1, match.problem());
    Optional<Unchanged> claimed = write(claim, due.as());
    if (claimed.isEmpty()) {
      return;
    }
    Optional<Webhook> webhook = alerts.find(match.alert()).map(AlertDefined::webhook);
    StoredMatch after;
    if (webhook.isEmpty()) {
      after = claim.delivered(Delivery.DROPPED, null, match.attempts(), null);
    } else {
      byte[] body = ContractJson.mapper().writeValueAsBytes(match.shown());
      after = after(claim, client.post(webhook.get(), match.id(), body, clock.instant()));
    }
    var _ = write(after, claimed.get());
  }

  private StoredMatch after(StoredMatch claim, Optional<String> problem) {
    if (problem.isEmpty()) {
      return claim.delivered(Delivery.DELIVERED, null, claim.attempts(), null);
    }
    Instant next = clock.instant().plus(settings.pauseAfter(claim.attempts()));
    boolean over = next.isAfter(claim.matchedAt().plus(settings.giveUpAfter()));
    return claim.delivered(
        over ? Delivery.FAILED : Delivery.PENDING,
        over ? null : next,
        claim.attempts(),
        problem.get());
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
