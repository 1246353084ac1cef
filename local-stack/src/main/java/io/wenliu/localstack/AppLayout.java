package io.wenliu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/// A runnable Spring Boot jar as a folder `target/app`: a plain jar beside the jars it names in its
/// class path. It starts faster than the nested one and its classes can be put on a class path.
final class AppLayout {

  private AppLayout() {}

  /// The plain jar of a module; laid out first where the runnable jar is newer.
  ///
  /// @throws IllegalStateException when the module is not packaged, or cannot be laid out
  static synchronized Path of(String module) {
    var target = Checkout.built(module + "/target");
    try {
      var runnable = runnableJar(target);
      var folder = target.resolve("app");
      var plain = folder.resolve(runnable.getFileName());
      if (!Files.exists(plain) || isOlder(folder, runnable)) {
        layOut(runnable, folder);
      }
      return plain;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lay out " + module, e);
    }
  }

  /// The class with the application's main method.
  static String mainClass(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      return Objects.requireNonNull(
          file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path runnableJar(Path target) throws IOException {
    try (var files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-app.jar"))
          .findFirst()
          .orElseThrow(() ->
              new IllegalStateException(
                  target + " has no runnable jar: run ./mvnw -Dquick -DskipTests package"));
    }
  }

  private static boolean isOlder(Path folder, Path jar) throws IOException {
    return Files.getLastModifiedTime(folder).compareTo(Files.getLastModifiedTime(jar)) < 0;
  }

  /// Into a folder beside, then renamed: another process may be looking.
  private static void layOut(Path jar, Path folder) throws IOException {
    var making = folder.resolveSibling("app-" + ProcessHandle.current().pid());
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            making.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var output = process.getInputStream()) {
      var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Cannot lay out " + jar + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while laying out " + jar, e);
    }
    Folders.delete(folder);
    Files.move(making, folder);
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
  }
}
