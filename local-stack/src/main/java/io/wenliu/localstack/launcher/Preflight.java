package io.wenliu.localstack.launcher;

import java.util.Locale;
import java.util.Optional;

/// Looks whether the demo can run here before anything is started.
final class Preflight {

  /// Kafka, Elasticsearch, four services and the launcher.
  private static final long MEMORY_BYTES = 3L << 30;

  private static final long MEMORY_BYTES_PER_MORE_NLP = 900L << 20;
  private static final long DISK_BYTES = 1L << 30;

  /// Those below are for privileged users, as a rule.
  private static final int FIRST_PORT_OF_ALL = 1024;

  private Preflight() {}

  /// What stands in the way, in one sentence; empty when nothing does.
  static Optional<String> problem(DemoOptions options, Machine machine) {
    if (!machine.portIsFree().test(options.port())) {
      if (options.port() < FIRST_PORT_OF_ALL) {
        return Optional.of(
            "端口 %d 需要特权或已被占用，请用 --port 换一个 %d 以上的（port %d needs rights that this user may not have, or is taken; choose another with --port N）。"
                .formatted(options.port(), FIRST_PORT_OF_ALL, options.port()));
      }
      return Optional.of(
          "端口 %d 已被占用，请用 --port 换一个（port %d is taken, choose another with --port N）。"
              .formatted(options.port(), options.port()));
    }
    long memory = MEMORY_BYTES + MEMORY_BYTES_PER_MORE_NLP * (options.nlpInstances() - 1);
    if (machine.memoryBytes().orElse(Long.MAX_VALUE) < memory) {
      return Optional.of(
          "可用内存只有 %s，演示需要 %s（only %s of memory available, the demo needs %s）。"
              .formatted(
                  gibibytes(machine.memoryBytes().orElseThrow()),
                  gibibytes(memory),
                  gibibytes(machine.memoryBytes().orElseThrow()),
                  gibibytes(memory)));
    }
    if (machine.diskBytes() < DISK_BYTES) {
      return Optional.of(
          "磁盘只剩 %s，演示需要 %s（only %s of disk left, the demo needs %s）。"
              .formatted(
                  gibibytes(machine.diskBytes()),
                  gibibytes(DISK_BYTES),
                  gibibytes(machine.diskBytes()),
                  gibibytes(DISK_BYTES)));
    }
    return Optional.empty();
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
