package io.wenliu.benchmarks.pipeline;

import io.wenliu.localstack.Footprint;
import io.wenliu.localstack.ServerProcess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What each process of the pipeline takes between two moments.
final class ProcessMeter {

  private final List<ServerProcess> processes;
  private final Map<String, Duration> cpuBefore = new LinkedHashMap<>();

  /// The first moment is now.
  ProcessMeter(List<ServerProcess> processes) {
    this.processes = List.copyOf(processes);
    for (ServerProcess process : processes) {
      cpuBefore.put(process.name(), process.footprint().cpuTime());
    }
  }

  /// The second moment is now.
  List<Reading> read() {
    return processes.stream()
        .map(process -> {
          Footprint now = process.footprint();
          Duration before = cpuBefore.getOrDefault(process.name(), Duration.ZERO);
          return new Reading(process.name(), now.cpuTime().minus(before), now.peakResidentBytes());
        })
        .toList();
  }

  /// @param cpu user and system time between the two moments
  /// @param peakResidentBytes the most it ever occupied
  record Reading(String process, Duration cpu, long peakResidentBytes) {}
}
