package io.wenliu.index.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.index.alerts.webhooks.WebhookSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AlertSettingsTest {

  @Test
  void defaultsArePinned() {
    assertThat(bind(AlertSettings.class, Map.of())).isEqualTo(new AlertSettings(20_000, 1_000));
    assertThat(bind(WebhookSettings.class, Map.of()))
        .isEqualTo(
            new WebhookSettings(
                false,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Duration.ofHours(24),
                32));
  }

  @Test
  void everyKeyChangesItsField() {
    assertThat(bind(AlertSettings.class, Map.of("max-alerts", "1", "batch-size", "2")))
        .isEqualTo(new AlertSettings(1, 2));
    assertThat(
            bind(
                WebhookSettings.class,
                Map.of(
                    "allow-private", "true",
                    "timeout", "1s",
                    "first-retry", "2s",
                    "max-retry", "3s",
                    "give-up-after", "4s",
                    "concurrency", "5")))
        .isEqualTo(
            new WebhookSettings(
                true,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                5));
  }

  private static <T> T bind(Class<T> settings, Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("", settings);
  }
}
