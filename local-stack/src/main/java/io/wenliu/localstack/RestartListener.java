package io.wenliu.localstack;

import java.time.Duration;

/// Hears when a process ends that nobody stopped, and when it runs again.
public interface RestartListener {

  /// @param restartIn how long from now
  void ended(ServerProcess process, Duration restartIn);

  void restarted(ServerProcess process);
}
