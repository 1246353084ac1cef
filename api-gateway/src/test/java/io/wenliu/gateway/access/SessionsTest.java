package io.wenliu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir Path folder;
  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private Path file = Path.of("");

  @BeforeEach
  void writeKeys() {
    file = TestKey.write(folder.resolve("keys.yaml"), TestKey.READER, TestKey.OPERATOR);
  }

  @Test
  void sessionStandsForItsKeyOnAnyInstanceUntilItRunsOut() {
    // Given
    Sessions sessions = sessions("desk");
    String session = begin("desk");

    // When
    var before = sessions.read(session);
    time.set(NOW.plus(Duration.ofHours(1)));
    var after = sessions.read(session);

    // Then
    assertThat(before).map(ApiKey::name).hasValue("desk");
    assertThat(after).isEmpty();
  }

  @Test
  void nothingOfSessionCanBeChanged() {
    // Given
    String session = begin("desk");

    // When, Then
    for (int i = 0; i < session.length(); i++) {
      char other = session.charAt(i) == 'A' ? 'h' : 'A';
      String changed = session.substring(0, i) + other + session.substring(i + 1);
      assertThat(sessions("desk").read(changed)).as(changed).isEmpty();
    }
    assertThat(sessions("desk").read(session.replace("desk", "night-shift"))).isEmpty();
    assertThat(sessions("desk").read("")).isEmpty();
    assertThat(sessions("desk").read("~~")).isEmpty();
  }

  @Test
  void sessionEndsWithItsKey() {
    // Given
    String session = begin("desk");

    // When
    TestKey.write(file, new TestKey("desk", "roles: [operator]"), TestKey.OPERATOR);
    var sameKey = sessions("desk").read(session);
    TestKey.write(file, TestKey.OPERATOR);
    var noKey = sessions("night-shift").read(session);

    // Then
    assertThat(sameKey).map(ApiKey::roles).hasValue(Set.of(Role.OPERATOR));
    assertThat(noKey).isEmpty();
  }

  @Test
  void sessionOfAnotherSecretIsNone() {
    // Given
    AccessSettings other =
        new AccessSettings(
            file, Duration.ofMillis(1), false, Set.of(), "r", "s", null, Duration.ofHours(1));
    ApiKeys keys = new ApiKeys(other);
    String session = new Sessions(other, keys, time::get).begin(keys.named("desk").orElseThrow());

    // When, Then
    assertThat(sessions("desk").read(session)).isEmpty();
    assertThat(new Sessions(other, keys, time::get).read(session)).isEmpty();
  }

  private String begin(String key) {
    AccessSettings settings = ApiKeysTest.settings(file);
    ApiKeys keys = new ApiKeys(settings);
    return new Sessions(settings, keys, time::get).begin(keys.named(key).orElseThrow());
  }

  /// Of an instance that has read the file by now.
  private Sessions sessions(String known) {
    AccessSettings settings = ApiKeysTest.settings(file);
    ApiKeys keys = new ApiKeys(settings);
    assertThat(keys.named(known)).isPresent();
    return new Sessions(settings, keys, time::get);
  }
}
