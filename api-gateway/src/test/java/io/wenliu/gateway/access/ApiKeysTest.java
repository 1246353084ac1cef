package io.wenliu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void writeKeys() {
    file = TestKey.write(folder.resolve("keys.yaml"), TestKey.READER, TestKey.SUBMITTER);
  }

  @Test
  void keyIsFoundByItselfAndByNothingElse() {
    // When
    ApiKeys keys = new ApiKeys(settings(file));

    // Then
    assertThat(keys.find(TestKey.SUBMITTER.key())).map(ApiKey::name).hasValue("wire");
    assertThat(keys.find(TestKey.SUBMITTER.key() + " ")).isEmpty();
    assertThat(keys.find(TestKey.OPERATOR.key())).isEmpty();
    assertThat(keys.find("")).isEmpty();
    assertThat(keys.find(keys.named("wire").orElseThrow().sha256())).isEmpty();
  }

  @Test
  void changedFileIsReadWithoutRestart() {
    // Given
    ApiKeys keys = new ApiKeys(settings(file));
    assertThat(keys.find(TestKey.OPERATOR.key())).isEmpty();

    // When
    TestKey.write(file, TestKey.OPERATOR);

    // Then
    await().until(() -> keys.find(TestKey.OPERATOR.key()).isPresent());
    assertThat(keys.find(TestKey.READER.key())).isEmpty();
  }

  @Test
  void changeThatCannotBeReadLeavesTheKeysAsTheyWere() throws Exception {
    // Given
    ApiKeys keys = new ApiKeys(settings(file));

    // When
    Files.writeString(file, "keys: [{name: a}]");

    // Then
    await().during(Duration.ofMillis(50)).until(() -> keys.find(TestKey.READER.key()).isPresent());
    TestKey.write(file, TestKey.OPERATOR);
    await().until(() -> keys.find(TestKey.OPERATOR.key()).isPresent());
  }

  @Test
  void fileThatIsAwayOrEmptyIsNoReasonToLetEverybodyIn() throws Exception {
    // Given
    Path empty = Files.writeString(folder.resolve("empty.yaml"), "");

    // When, Then
    assertThatThrownBy(() -> new ApiKeys(settings(folder.resolve("none.yaml"))))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> new ApiKeys(settings(empty)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static AccessSettings settings(@Nullable Path file) {
    return new AccessSettings(
        file,
        Duration.ofMillis(1),
        false,
        Set.of(),
        "roles",
        "sources",
        "a secret of at least 32 characters",
        Duration.ofHours(1));
  }
}
