package io.wenliu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final Heard heard = new Heard();

  @Test
  void processThatCrashesIsStartedAgain() {
    // Given
    try (var sleeper = sleeper();
        var _ = new Supervisor(() -> List.of(sleeper), heard)) {
      sleeper.start();
      long first = sleeper.pid();

      // When
      sleeper.crash();

      // Then
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(heard.restarted).containsExactly("sleeper"));
      assertThat(sleeper.isAlive()).isTrue();
      assertThat(sleeper.pid()).isNotEqualTo(first);
    }
  }

  @Test
  void everyFurtherCrashWaitsLonger() {
    // Given
    try (var sleeper = sleeper();
        var _ = new Supervisor(() -> List.of(sleeper), heard)) {
      sleeper.start();

      // When
      sleeper.crash();
      await().atMost(PATIENCE).until(() -> heard.restarted.size() == 1);
      sleeper.crash();
      await().atMost(PATIENCE).until(() -> heard.restarted.size() == 2);

      // Then
      assertThat(heard.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
  }

  @Test
  void processThatWasStoppedStaysDown() {
    // Given
    try (var sleeper = sleeper();
        var _ = new Supervisor(() -> List.of(sleeper), heard)) {
      sleeper.start();

      // When
      sleeper.kill();

      // Then
      await()
          .during(Duration.ofSeconds(2))
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(heard.waits).isEmpty());
      assertThat(sleeper.isAlive()).isFalse();
    }
  }

  private ServerProcess sleeper() {
    return new Sleeper(folder.resolve("sleeper.log"));
  }

  /// Does nothing in a JVM of its own.
  static final class Sleeper extends ServerProcess {

    Sleeper(Path logFile) {
      super("sleeper", logFile);
    }

    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(Duration.ofMinutes(5));
    }

    @Override
    ChildJvm command() {
      var testClasses =
          Path.of(Sleeper.class.getProtectionDomain().getCodeSource().getLocation().getPath());
      return new ChildJvm(
          List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"),
          List.of(testClasses),
          Sleeper.class.getName(),
          List.of(),
          Map.of(),
          logFile());
    }

    @Override
    boolean takesRequests() {
      return isAlive();
    }
  }

  private static final class Heard implements RestartListener {

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final List<String> restarted = new CopyOnWriteArrayList<>();

    @Override
    public void ended(ServerProcess process, Duration restartIn) {
      waits.add(restartIn);
    }

    @Override
    public void restarted(ServerProcess process) {
      restarted.add(process.name());
    }
  }
}
