package io.wenliu.localstack;

import io.wenliu.localstack.child.ParentWatch;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How to start a JVM that ends with this one.
///
/// @param options of the JVM, without class path
/// @param classPath jars and folders, in order; our own code is added at the end
/// @param mainClass run under [ParentWatch]
/// @param arguments of the main class
/// @param environment added to this process's own
/// @param logFile standard output and standard error, appended
record ChildJvm(
    List<String> options,
    List<Path> classPath,
    String mainClass,
    List<String> arguments,
    Map<String, String> environment,
    Path logFile) {

  private static final long LOG_LIMIT_BYTES = 20L << 20;

  /// Ctrl-C and a closed terminal reach the whole process group; a child must outlive them until
  /// its parent stops it in its turn. A JVM leaves a signal ignored that it finds ignored, and exec
  /// keeps the process id and standard input.
  private static final List<String> SHIELDED =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

  private static final List<String> LOW_PRIORITY = List.of("nice", "-n", "19");

  Process start() {
    return start(SHIELDED);
  }

  /// The same behind everything else that wants the processor.
  Process startWithLowPriority() {
    var command = new ArrayList<>(SHIELDED);
    command.addAll(LOW_PRIORITY);
    return start(command);
  }

  private Process start(List<String> before) {
    var command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        Stream.concat(classPath.stream(), Stream.of(Checkout.ownCode()))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(ParentWatch.class.getName());
    command.add(mainClass);
    command.addAll(arguments);
    try {
      makeRoomForLog();
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + mainClass, e);
    }
  }

  private void makeRoomForLog() throws IOException {
    Files.createDirectories(logFile.toAbsolutePath().getParent());
    if (Files.exists(logFile) && Files.size(logFile) > LOG_LIMIT_BYTES) {
      Files.move(
          logFile,
          logFile.resolveSibling(logFile.getFileName() + ".1"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
