package io.wenliu.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ElasticsearchSettingsTest {

  @Test
  void defaultsArePinned() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new ElasticsearchSettings(
                List.of(URI.create("http://127.0.0.1:9200")),
                null,
                null,
                null,
                "",
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                24,
                DataSize.ofMegabytes(2),
                2,
                Duration.ofMillis(500)));
  }

  @Test
  void everyKeyChangesItsField() {
    assertThat(
            bind(
                Map.ofEntries(
                    Map.entry("uri", "http://a:1,http://b:2"),
                    Map.entry("username", "u"),
                    Map.entry("password", "p"),
                    Map.entry("api-key", "k"),
                    Map.entry("index-prefix", "x-"),
                    Map.entry("connect-timeout", "3s"),
                    Map.entry("request-timeout", "4s"),
                    Map.entry("connections", "5"),
                    Map.entry("bulk-size", "6MB"),
                    Map.entry("bulk-requests", "7"),
                    Map.entry("refresh-interval", "8ms"))))
        .isEqualTo(
            new ElasticsearchSettings(
                List.of(URI.create("http://a:1"), URI.create("http://b:2")),
                "u",
                "p",
                "k",
                "x-",
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                5,
                DataSize.ofMegabytes(6),
                7,
                Duration.ofMillis(8)));
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(bind(Map.of("password", "geheim", "api-key", "geheim")).toString())
        .doesNotContain("geheim");
  }

  private static ElasticsearchSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("", ElasticsearchSettings.class);
  }
}
