package io.wenliu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a service's JVM has learnt in one start, kept for the later ones: its classes, read and
/// linked, and what its compiler knows of its methods (JEPs 483, 514 and 515).
///
/// It is made by a start of its own that ends before the service listens, reads or writes anything.
/// One that does not fit, the JVM lets be: the start is then as slow as it would have been.
final class StartCache {

  /// Which classes cannot be kept, and what the JVM thinks of a cache that does not fit.
  private static final String QUIET = "-Xlog:aot*=error,cds*=error";

  private final Service service;
  private final Path jar;
  private final Path file;

  /// @param service whose runnable jar is laid out; the cache lies beside the jar and goes with it
  StartCache(Service service) {
    this(service, service.applicationJar());
  }

  /// @param jar first on the class path
  StartCache(Service service, Path jar) {
    this.service = service;
    this.jar = jar;
    // Another JVM cannot use it, and would not make its own if this one counted as there.
    this.file = jar.resolveSibling("start-" + Runtime.version() + ".aot");
  }

  /// Whether this copy of the project can have any: the JVM keeps classes of jars only, and a
  /// test's lie in folders.
  static boolean isPossible() {
    return Files.isRegularFile(Checkout.ownCode());
  }

  /// Whether there is one that was made of the jars as they are.
  boolean isThere() {
    try {
      return Files.exists(file) && isNewerThan(jar) && isNewerThan(Checkout.ownCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Options of a JVM that use it, where it is there.
  List<String> options() {
    return isThere() ? List.of("-XX:AOTCache=" + file, QUIET) : List.of();
  }

  /// Starts the service with low priority, up to the moment before it begins its work, and writes
  /// down what its JVM has learnt. Takes as long as a start and half as long again.
  ///
  /// @param environment as the service has it when it runs
  /// @param logFile what that start says, appended
  /// @throws InterruptedException when interrupted; the process is ended then
  void make(Map<String, String> environment, Path logFile) throws InterruptedException {
    try {
      var folder = Files.createTempDirectory(jar.resolveSibling("."), "start-");
      try {
        make(folder, environment, logFile);
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Into a folder of its own, then renamed: another process may be starting. The folder also takes
  /// what libraries unpack, since this end leaves them no time to clean up.
  private void make(Path folder, Map<String, String> environment, Path logFile)
      throws IOException, InterruptedException {
    var written = folder.resolve("start.aot");
    var options = new ArrayList<>(service.options());
    options.add("-XX:AOTCacheOutput=" + written);
    options.add(QUIET);
    options.add("-Djava.io.tmpdir=" + folder);
    options.add("-Dspring.context.exit=onRefresh");
    var variables = new HashMap<>(environment);
    variables.put("SERVER_PORT", "0");
    var start =
        new ChildJvm(
            options, List.of(jar), AppLayout.mainClass(jar), List.of(), variables, logFile);
    var process = start.startWithLowPriority();
    try {
      if (process.waitFor() == 0 && Files.exists(written)) {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      end(process);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  private boolean isNewerThan(Path other) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) > 0;
  }
}
