package io.wenliu.index.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class JourneySettingsTest {

  @Test
  void defaultsArePinnedAndTheKeyChangesItsField() {
    assertThat(bind(Map.of())).isEqualTo(new JourneySettings(10_000, Duration.ofSeconds(3)));
    assertThat(bind(Map.of("batch-size", "7", "longest-rest", "8ms")))
        .isEqualTo(new JourneySettings(7, Duration.ofMillis(8)));
  }

  private static JourneySettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("", JourneySettings.class);
  }
}
