package io.wenliu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void entryIsReadWithItsRights() {
    // When
    var keys =
        KeyFile.read(
            yaml(
                "{name: wire, sha256: '%s', roles: [reader, submitter], sources: [wire],"
                    + " requests-per-second: 7}"));

    // Then
    assertThat(keys)
        .containsExactly(
            new ApiKey("wire", HASH, Set.of(Role.READER, Role.SUBMITTER), Set.of("wire"), 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{sha256: '%s', roles: [reader]}",
        "{name: 'a b', sha256: '%s', roles: [reader]}",
        "{name: a, sha256: 'ABC', roles: [reader]}",
        "{name: a, roles: [reader]}",
        "{name: a, sha256: '%s'}",
        "{name: a, sha256: '%s', roles: [boss]}",
        "{name: a, sha256: '%s', role: [reader]}",
        "{name: a, sha256: '%s', roles: [submitter]}",
        "{name: a, sha256: '%s', roles: [submitter], sources: ['a b']}",
        "{name: a, sha256: '%s', roles: [reader], requests-per-second: -1}",
        "{name: a, sha256: '%s', roles: [reader]}\n  - {name: b, sha256: '%<s', roles: [reader]}",
        "[",
      })
  void entryThatBreaksRuleIsRefusedAndNotReadAsLess(String entry) {
    assertThatThrownBy(() -> KeyFile.read(yaml(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(HASH);
  }

  private static byte[] yaml(String entry) {
    return ("keys:\n  - " + String.format(entry, HASH) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
