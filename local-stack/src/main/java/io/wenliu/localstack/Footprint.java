package io.wenliu.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a process takes of the machine; zero where the platform does not tell.
///
/// @param residentBytes physical memory now
/// @param peakResidentBytes the most it ever was
/// @param cpuTime user and system time since the start
public record Footprint(long residentBytes, long peakResidentBytes, Duration cpuTime) {

  /// The calling process's own.
  public static Footprint ofThisProcess() {
    return of(ProcessHandle.current());
  }

  static Footprint of(ProcessHandle process) {
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    return new Footprint(
        kibibytes(status, "VmRSS:") << 10,
        kibibytes(status, "VmHWM:") << 10,
        process.info().totalCpuDuration().orElse(Duration.ZERO));
  }

  private static long kibibytes(Path status, String field) {
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
