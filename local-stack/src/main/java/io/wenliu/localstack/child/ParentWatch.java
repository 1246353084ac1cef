package io.wenliu.localstack.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/// Runs another main class and ends this process when the one that started it is gone.
///
/// The parent holds the writing end of our standard input and never writes. However the parent
/// ends, kill -9 included, the kernel closes that end and the read below returns: no polling, no
/// process ids that could be reused, and it works wherever there are pipes.
///
/// Arguments: the main class, then its own arguments.
public final class ParentWatch {

  /// How long an orderly shutdown may take before the process and its own children are ended hard.
  static final Duration GRACE = Duration.ofSeconds(15);

  /// What a shell reports for a process ended by SIGTERM.
  private static final int EXIT_STATUS = 143;

  private ParentWatch() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    daemon("parent-watch", ParentWatch::endWithParent);
    var main = Class.forName(arguments[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      // A server that failed half way up leaves threads behind that would keep the process.
      Objects.requireNonNullElse(e.getCause(), e).printStackTrace();
      daemon("parent-watch-deadline", ParentWatch::endHard);
      System.exit(1);
    }
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // A parent has nothing to say; only the end of the stream counts.
      }
    } catch (IOException e) {
      // A broken pipe means the same as its end.
    }
    daemon("parent-watch-deadline", ParentWatch::endHard);
    System.exit(EXIT_STATUS);
  }

  private static void endHard() {
    try {
      Thread.sleep(GRACE);
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; if somebody does, the time is up.
    }
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(EXIT_STATUS);
  }

  private static void daemon(String name, Runnable task) {
    Thread.ofPlatform().name(name).daemon().start(task);
  }
}
