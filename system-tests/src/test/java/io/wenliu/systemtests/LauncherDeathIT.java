package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.localstack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo's launcher is killed while Kafka, Elasticsearch and the services run below it. It
/// starts all of them once more; what ends them is tested of a single one in local-stack too.
@Tag("faults")
class LauncherDeathIT {

  private static final Duration START_PATIENCE = Duration.ofMinutes(8);
  private static final Duration END_PATIENCE = Duration.ofMinutes(2);

  /// Kafka, Elasticsearch and four services; a service may have children of its own.
  private static final int FEWEST_CHILDREN = 6;

  @TempDir Path folder;
  private Process launcher;

  @BeforeEach
  void startLauncher() throws IOException {
    launcher = startDemo();
  }

  @AfterEach
  void endLauncher() throws InterruptedException {
    launcher.destroyForcibly().waitFor();
  }

  @Test
  void killedLauncherLeavesNoProcessBehind() throws Exception {
    // Given
    await().atMost(START_PATIENCE).untilAsserted(this::assertAllIsStarted);
    List<ProcessHandle> children = launcher.descendants().toList();

    // When
    launcher.destroyForcibly();

    // Then
    await()
        .atMost(END_PATIENCE)
        .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }

  private void assertAllIsStarted() throws IOException {
    assertThat(launcher.isAlive()).isTrue();
    assertThat(output()).contains("api-gateway 已就绪");
    assertThat(launcher.descendants()).hasSizeGreaterThanOrEqualTo(FEWEST_CHILDREN);
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("demo.log"));
  }

  private Process startDemo() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.wenliu.localstack.launcher.Launcher",
            "demo",
            "--data",
            folder.resolve("data").toString(),
            "--port",
            Integer.toString(Ports.free()))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("demo.log").toFile())
        .start();
  }
}
