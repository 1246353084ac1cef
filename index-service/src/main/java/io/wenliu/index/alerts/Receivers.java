package io.wenliu.index.alerts;

import io.wenliu.index.alerts.webhooks.WebhookSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Who is posted to, so that one that does not answer holds up nobody else.
///
/// Each gets a share of the posts under way. One that did not answer rests, longer each time, and
/// gets a single post at a time until it answers. Every instance finds that out by itself.
/// Thread-safe.
final class Receivers {

  private static final int SHARES = 4;

  private final Map<String, Receiver> known = new HashMap<>();
  private final WebhookSettings settings;
  private final Clock clock;
  private final int share;

  Receivers(WebhookSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.share = Math.max(1, settings.concurrency() / SHARES);
  }

  /// One of them.
  private static final class Receiver {
    private int underWay;
    private int waiting;
    private int failures;
    private Instant restsUntil = Instant.MIN;
  }

  /// The server that an address is at; what is no address is a receiver of its own.
  static String of(String url) {
    try {
      URI uri = new URI(url);
      return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return url;
    }
  }

  /// Waits for a place; [#leave] gives it back.
  ///
  /// @return false if the receiver rests
  synchronized boolean enter(String name) throws InterruptedException {
    Receiver receiver = known.computeIfAbsent(name, _ -> new Receiver());
    receiver.waiting++;
    try {
      while (!rests(receiver) && receiver.underWay >= places(receiver)) {
        wait();
      }
      if (rests(receiver)) {
        return false;
      }
      receiver.underWay++;
      return true;
    } finally {
      receiver.waiting--;
    }
  }

  /// To be called once after each entry.
  synchronized void leave(String name) {
    Receiver receiver = known.get(name);
    if (receiver != null) {
      receiver.underWay--;
      if (receiver.underWay == 0 && receiver.waiting == 0 && receiver.failures == 0) {
        known.remove(name);
      }
    }
    notifyAll();
  }

  /// To be called before leaving, by whoever has posted. An error is an answer too.
  synchronized void tell(String name, boolean answered) {
    Receiver receiver = known.get(name);
    if (receiver == null) {
      return;
    }
    if (answered) {
      receiver.failures = 0;
      receiver.restsUntil = Instant.MIN;
    } else if (!rests(receiver)) {
      // Posts that were under way together are one failure.
      receiver.failures++;
      receiver.restsUntil = clock.instant().plus(settings.pauseAfter(receiver.failures));
    }
  }

  /// Those that rest.
  synchronized Set<String> resting() {
    return those(this::rests);
  }

  /// Those that have no place left and do not rest.
  synchronized Set<String> busy() {
    return those(
        receiver -> !rests(receiver) && receiver.underWay + receiver.waiting >= places(receiver));
  }

  private Set<String> those(Predicate<Receiver> which) {
    Set<String> names = new HashSet<>();
    known.forEach((name, receiver) -> {
      if (which.test(receiver)) {
        names.add(name);
      }
    });
    return names;
  }

  private int places(Receiver receiver) {
    return receiver.failures == 0 ? share : 1;
  }

  private boolean rests(Receiver receiver) {
    return receiver.restsUntil.isAfter(clock.instant());
  }
}
