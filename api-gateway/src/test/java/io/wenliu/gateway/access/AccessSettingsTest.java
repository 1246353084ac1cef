package io.wenliu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTest {

  private static final String SECRET = "0123456789".repeat(4);

  @Test
  void defaultsSuitOneMachine() {
    assertThat(access(Map.of()))
        .isEqualTo(
            new AccessSettings(
                null,
                Duration.ofSeconds(5),
                false,
                Set.of("localhost", "127.0.0.1", "[::1]"),
                "roles",
                "sources",
                null,
                Duration.ofHours(12)));
    assertThat(limits(Map.of())).isEqualTo(new LimitSettings(50, 0, Duration.ofSeconds(4)));
  }

  @Test
  void eachKeyChangesItsField() {
    assertThat(
            access(
                Map.of(
                    "keys-file", "/etc/wenliu/keys.yaml",
                    "keys-interval", "1s",
                    "allow-open", "true",
                    "open-hosts", "news.example",
                    "roles-claim", "realm_access.roles",
                    "sources-claim", "desks",
                    "session-secret", SECRET,
                    "session-length", "1h")))
        .isEqualTo(
            new AccessSettings(
                Path.of("/etc/wenliu/keys.yaml"),
                Duration.ofSeconds(1),
                true,
                Set.of("news.example"),
                "realm_access.roles",
                "desks",
                SECRET,
                Duration.ofHours(1)));
    assertThat(
            limits(
                Map.of("requests-per-second", "1", "open-requests-per-second", "2", "burst", "3s")))
        .isEqualTo(new LimitSettings(1, 2, Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @CsvSource({"keys-interval, 0s", "session-length, -1h", "session-secret, short"})
  void unusableValueIsRefusedAtTheStartByItsName(String key, String value) {
    assertThatThrownBy(() -> access(Map.of(key, value))).rootCause().hasMessageContaining(key);
  }

  @Test
  void burstShorterThanSecondIsRefused() {
    assertThatThrownBy(() -> limits(Map.of("burst", "500ms")))
        .rootCause()
        .hasMessageContaining("burst");
  }

  @Test
  void secretIsNotPrinted() {
    assertThat(access(Map.of("session-secret", SECRET)).toString()).doesNotContain(SECRET);
  }

  private static AccessSettings access(Map<String, String> values) {
    return bind("wenliu.gateway.access", values, AccessSettings.class);
  }

  private static LimitSettings limits(Map<String, String> values) {
    return bind("wenliu.gateway.limits", values, LimitSettings.class);
  }

  private static <T> T bind(String prefix, Map<String, String> values, Class<T> type) {
    var source = new MapConfigurationPropertySource();
    values.forEach((key, value) -> source.put(prefix + "." + key, value));
    return new Binder(source).bindOrCreate(prefix, type);
  }
}
