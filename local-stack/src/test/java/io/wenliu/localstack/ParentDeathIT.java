package io.wenliu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentDeathIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void brokerEndsWhenItsParentIsKilled() throws Exception {
    // Given
    var parent = startParent();
    long broker = awaitBroker(parent);

    // When
    parent.destroyForcibly();

    // Then
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(ProcessHandle.of(broker)).isEmpty());
  }

  @Test
  void interruptOfTheProcessGroupLeavesTheBrokerToItsParent() throws Exception {
    // Given
    var parent = startParent();
    long broker = awaitBroker(parent);

    // When
    new ProcessBuilder("/bin/sh", "-c", "kill -INT " + broker + "; kill -HUP " + broker)
        .start()
        .waitFor();

    // Then
    await()
        .during(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(ProcessHandle.of(broker)).isPresent());
    parent.destroyForcibly();
  }

  private Process startParent() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            BrokerParent.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("parent.log").toFile())
        .start();
  }

  private long awaitBroker(Process parent) {
    var file = folder.resolve(BrokerParent.PID_FILE);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(parent.isAlive()).isTrue();
          assertThat(file).exists();
        });
    try {
      return Long.parseLong(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
