package io.wenliu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server in a JVM of its own that can be stopped, killed, frozen and started again on the same
/// port and the same data.
///
/// The child ends when this JVM ends, however that happens. Calls may come from several threads.
public abstract class ServerProcess implements AutoCloseable {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int LOG_TAIL_LINES = 25;

  /// Holds every living child: a collected [Process] would close the pipe that keeps it alive.
  private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

  private final String name;
  private final Path logFile;
  private @Nullable Process process;
  private boolean wanted;

  ServerProcess(String name, Path logFile) {
    this.name = name;
    this.logFile = logFile;
  }

  /// How the next start is done.
  abstract ChildJvm command();

  /// Whether the running process takes requests now; answers quickly and without throwing.
  abstract boolean takesRequests();

  /// `kafka`, `elasticsearch`, `nlp-service-2`.
  public final String name() {
    return name;
  }

  public final Path logFile() {
    return logFile;
  }

  /// Starts the process and returns at once.
  ///
  /// @throws IllegalStateException when it is running already
  public final synchronized void start() {
    if (isAlive()) {
      throw new IllegalStateException(name + " is running already");
    }
    var started = command().start();
    ALIVE.add(started);
    var _ = started.onExit().thenRun(() -> ALIVE.remove(started));
    process = started;
    wanted = true;
  }

  /// Waits until the server takes requests.
  ///
  /// @throws ServerFailedException when it ends before that, or the time is over
  public final void awaitReady(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!takesRequests()) {
      if (!isAlive()) {
        throw new ServerFailedException(name + " ended while starting.\n" + logTail());
      }
      if (System.nanoTime() > deadline) {
        throw new ServerFailedException(
            name + " was not ready after " + patience.toSeconds() + " s.\n" + logTail());
      }
      pause(POLL);
    }
  }

  /// Asks the process to end (SIGTERM) and waits; after 30 s it is ended hard. Does nothing when it
  /// is not running. A frozen process is woken first.
  public final void stop() {
    var running = release();
    if (running == null || !running.isAlive()) {
      return;
    }
    var descendants = running.descendants().toList();
    signal(running, "CONT");
    running.destroy();
    try {
      if (!running.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  /// Ends the process without warning (SIGKILL), its own children with it, and waits until it is
  /// gone.
  public final void kill() {
    var running = release();
    if (running == null) {
      return;
    }
    crash(running);
  }

  /// Ends the process as a crash would: nobody asked for it, so whoever watches over it starts it
  /// again.
  public final void crash() {
    crash(running());
  }

  private static void crash(Process running) {
    var descendants = running.descendants().toList();
    running.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    try {
      running.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Freezes the process (SIGSTOP): connections stay open, nothing answers.
  public final void freeze() {
    signal(running(), "STOP");
  }

  /// Wakes a frozen process (SIGCONT).
  public final void thaw() {
    signal(running(), "CONT");
  }

  /// Stops the process if it is running and starts it again on the same port and data.
  public final void restart() {
    stop();
    start();
  }

  public final synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /// Whether the process should be running: started, and neither stopped nor killed since.
  public final synchronized boolean isWanted() {
    return wanted;
  }

  /// Process id of the last start.
  public final long pid() {
    return running().pid();
  }

  /// Memory that the process occupies now and at most did, in bytes.
  public final Footprint footprint() {
    return Footprint.of(running().toHandle());
  }

  /// The last lines that the process wrote.
  public final String logTail() {
    try {
      var lines = new String(Files.readAllBytes(logFile), StandardCharsets.UTF_8).lines().toList();
      List<String> tail = lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size());
      return logFile + " ends with:\n" + String.join("\n", tail);
    } catch (IOException e) {
      return logFile + " cannot be read: " + e;
    }
  }

  /// Same as [#stop()].
  @Override
  public final void close() {
    stop();
  }

  @Override
  public String toString() {
    return name;
  }

  private synchronized @Nullable Process release() {
    wanted = false;
    return process;
  }

  private synchronized Process running() {
    return Objects.requireNonNull(process, () -> name + " was never started");
  }

  private static void signal(Process target, String signal) {
    try {
      // The shell's own kill: a minimal image has no /bin/kill.
      new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + target.pid())
          .redirectErrorStream(true)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerFailedException("Interrupted while waiting");
    }
  }
}
