package io.wenliu.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders of test servers: `target/test-servers/PID/NAME` of the module under test, so that logs
/// stay readable after a failure and `clean` takes all.
final class TestFolders {

  private static final Path PARENT = Path.of("target", "test-servers").toAbsolutePath();

  private TestFolders() {}

  static Path forThisRun(String name) {
    deleteThoseOfEndedRuns();
    Path folder = PARENT.resolve(Long.toString(ProcessHandle.current().pid())).resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteThoseOfEndedRuns() {
    if (!Files.isDirectory(PARENT)) {
      return;
    }
    try (Stream<Path> runs = Files.list(PARENT)) {
      List<Path> ended = runs.filter(run -> !isAlive(run.getFileName().toString())).toList();
      ended.forEach(TestFolders::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAlive(String pid) {
    return pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isPresent();
  }
}
