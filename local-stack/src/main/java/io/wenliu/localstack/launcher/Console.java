package io.wenliu.localstack.launcher;

import io.wenliu.localstack.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/// What the person at the terminal sees: a progress line that overwrites itself, and lines that
/// stay.
///
/// Where the output is no terminal, every step is a line of its own.
final class Console implements Progress {

  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private final Instant started;
  private boolean stepShown;

  /// @param started when the person typed the command
  Console(PrintStream out, boolean terminal, Instant started) {
    this.out = out;
    this.terminal = terminal;
    this.started = started;
  }

  @Override
  public synchronized void step(String doing) {
    var text = "[%3d 秒] %s…".formatted(elapsed().toSeconds(), doing);
    if (terminal) {
      out.print(CLEAR_LINE + text);
      stepShown = true;
    } else {
      out.println(text);
    }
    out.flush();
  }

  /// Since the person typed the command.
  Duration elapsed() {
    return Duration.between(started, Instant.now());
  }

  synchronized void line(String text) {
    if (stepShown) {
      out.print(CLEAR_LINE);
      stepShown = false;
    }
    out.println(text);
    out.flush();
  }
}
