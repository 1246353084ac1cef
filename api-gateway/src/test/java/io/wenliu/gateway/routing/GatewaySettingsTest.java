package io.wenliu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class GatewaySettingsTest {

  @Test
  void defaultsSuitOneMachine() {
    // When
    GatewaySettings settings = bind(Map.of());

    // Then
    assertThat(settings)
        .isEqualTo(
            new GatewaySettings(
                URI.create("http://127.0.0.1:8081"),
                URI.create("http://127.0.0.1:8083"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                DataSize.ofMegabytes(110),
                DataSize.ofMegabytes(1)));
  }

  @Test
  void eachKeyChangesItsField() {
    // When
    GatewaySettings settings =
        bind(
            Map.of(
                "wenliu.gateway.ingest-uri", "http://ingest:1",
                "wenliu.gateway.index-uri", "https://index:2",
                "wenliu.gateway.connect-timeout", "3s",
                "wenliu.gateway.answer-timeout", "4s",
                "wenliu.gateway.upload-timeout", "5s",
                "wenliu.gateway.max-request-size", "6KB",
                "wenliu.gateway.max-form-size", "7KB"));

    // Then
    assertThat(settings)
        .isEqualTo(
            new GatewaySettings(
                URI.create("http://ingest:1"),
                URI.create("https://index:2"),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                DataSize.ofKilobytes(6),
                DataSize.ofKilobytes(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "ingest-uri, ingest:8081",
    "index-uri, file:///etc",
    "connect-timeout, 0s",
    "answer-timeout, -1s",
    "upload-timeout, 0s",
    "max-request-size, 0B",
    "max-form-size, 0B"
  })
  void unusableValueIsRefusedAtTheStartByItsName(String key, String value) {
    assertThatThrownBy(() -> bind(Map.of("wenliu.gateway." + key, value)))
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .rootCause()
        .hasMessageContaining(key);
  }

  private static GatewaySettings bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("wenliu.gateway", GatewaySettings.class);
  }
}
