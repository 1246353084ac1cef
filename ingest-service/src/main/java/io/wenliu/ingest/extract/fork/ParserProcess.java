package io.wenliu.ingest.extract.fork;

import io.wenliu.ingest.extract.ExtractionLimits;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One child, used by one thread at a time.
final class ParserProcess implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ParserProcess.class);
  private static final String PROPERTIES_LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";
  private static final Duration END = Duration.ofSeconds(5);

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final ExtractionLimits limits;
  private int files;

  private ParserProcess(Process process, ExtractionLimits limits) {
    this.process = process;
    this.limits = limits;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    Thread.ofVirtual().name("parser-" + process.pid() + "-log").start(this::relayLog);
  }

  /// @throws IOException if the operating system does not let it start
  static ParserProcess start(ExtractionLimits limits) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + limits.maxHeap().toMegabytes() + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // Out of memory, the child ends: it must never answer with half a text.
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8"));
    command.addAll(mainClass());
    command.add(Integer.toString(limits.maxCharacters()));
    command.addAll(limits.acceptedTypes());
    Process process = new ProcessBuilder(command).start();
    log.info("parser {} started", process.pid());
    return new ParserProcess(process, limits);
  }

  /// The class path of this process; in a jar of jars only Spring's launcher finds the classes.
  private static List<String> mainClass() throws IOException {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>(List.of("-cp", classPath));
    boolean oneJar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
    if (oneJar && isJarOfJars(classPath)) {
      command.add("-Dloader.main=" + ParserMain.class.getName());
      command.add(PROPERTIES_LAUNCHER);
    } else {
      command.add(ParserMain.class.getName());
    }
    return command;
  }

  private static boolean isJarOfJars(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      return file.getEntry("BOOT-INF/classes/") != null;
    }
  }

  /// Whether it has done its share and should be replaced.
  boolean isWorn() {
    return files >= limits.filesPerProcess();
  }

  /// @throws IOException if the child ended or said nonsense; it is of no use any more then
  /// @throws TimeoutException if it took too long; it is of no use any more then
  Wire.Answer ask(Wire.Request request) throws IOException, TimeoutException, InterruptedException {
    files++;
    FutureTask<Wire.Answer> exchange =
        new FutureTask<>(() -> {
          Wire.write(out, request);
          return Wire.readAnswer(in, limits.maxCharacters());
        });
    // A platform thread: reading from a process pins a virtual one's carrier.
    Thread.ofPlatform().daemon().name("parser-" + process.pid()).start(exchange);
    try {
      return exchange.get(limits.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("parser " + process.pid() + " failed", e.getCause());
    }
  }

  /// How it ended, once it has; for the log.
  String exit() {
    try {
      return process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)
          ? "exit status " + process.exitValue()
          : "still running";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  private void relayLog() {
    try (var reader = process.errorReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(line -> log.debug("parser {}: {}", process.pid(), line));
    } catch (IOException | java.io.UncheckedIOException e) {
      log.debug("parser {} says no more", process.pid(), e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
