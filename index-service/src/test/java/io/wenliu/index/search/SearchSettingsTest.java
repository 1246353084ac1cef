package io.wenliu.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SearchSettingsTest {

  static final SearchSettings DEFAULTS = bind(Map.of());

  @Test
  void defaultsArePinned() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new SearchSettings(
                URI.create("http://127.0.0.1:8082"),
                Duration.ofMillis(400),
                Duration.ofSeconds(2),
                2000,
                0.4,
                0.18,
                60,
                Duration.ofSeconds(5),
                100,
                1000,
                256,
                32,
                30));
  }

  @Test
  void everyKeyChangesItsField() {
    assertThat(
            bind(
                Map.ofEntries(
                    Map.entry("nlp-uri", "http://nlp:1"),
                    Map.entry("vector-timeout", "1s"),
                    Map.entry("vector-pause", "3s"),
                    Map.entry("vector-cache", "4"),
                    Map.entry("vector-similarity", "0.6"),
                    Map.entry("vector-spread", "0.7"),
                    Map.entry("vector-candidates", "5"),
                    Map.entry("timeout", "6s"),
                    Map.entry("max-size", "7"),
                    Map.entry("max-depth", "8"),
                    Map.entry("max-query-length", "9"),
                    Map.entry("max-clauses", "10"),
                    Map.entry("first-searches", "11"))))
        .isEqualTo(
            new SearchSettings(
                URI.create("http://nlp:1"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                4,
                0.6,
                0.7,
                5,
                Duration.ofSeconds(6),
                7,
                8,
                9,
                10,
                11));
  }

  private static SearchSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("", SearchSettings.class);
  }
}
