package io.wenliu.index.alerts.webhooks;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How matches are posted.
///
/// @param allowPrivate whether addresses of this machine and of private networks may be posted to
/// @param timeout for the connection, and again for the answer
/// @param firstRetry after an attempt that failed, and first rest of a receiver that did not
///   answer; doubles
/// @param maxRetry longest such delay, and such rest
/// @param giveUpAfter a match that could not be delivered for so long
/// @param concurrency posts under way at once, to one receiver a quarter
@Validated
@ConfigurationProperties("wenliu.index.webhooks")
public record WebhookSettings(
    @DefaultValue("false") boolean allowPrivate,
    @DefaultValue("10s") @NotNull Duration timeout,
    @DefaultValue("5s") @NotNull Duration firstRetry,
    @DefaultValue("1h") @NotNull Duration maxRetry,
    @DefaultValue("24h") @NotNull Duration giveUpAfter,
    @DefaultValue("32") @Min(1) int concurrency) {

  private static final int MOST_DOUBLINGS = 20;

  /// @param attempts so far, at least one
  public Duration pauseAfter(int attempts) {
    Duration pause = firstRetry.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return pause.compareTo(maxRetry) > 0 ? maxRetry : pause;
  }
}
