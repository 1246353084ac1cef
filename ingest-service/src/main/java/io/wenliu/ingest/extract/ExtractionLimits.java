package io.wenliu.ingest.extract;

import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/// What one file may cost.
///
/// @param maxCharacters of its text
/// @param processes that read files side by side at most
/// @param maxHeap of each process
/// @param timeLimit for one file
/// @param filesPerProcess after which a process is replaced
public record ExtractionLimits(
    List<String> acceptedTypes,
    int maxCharacters,
    int processes,
    DataSize maxHeap,
    Duration timeLimit,
    int filesPerProcess) {

  /// As `wenliu.ingest` has them.
  public static final ExtractionLimits DEFAULTS =
      new ExtractionLimits(
          AcceptedTypes.DEFAULTS,
          1_000_000,
          2,
          DataSize.ofMegabytes(256),
          Duration.ofSeconds(45),
          500);

  public ExtractionLimits {
    acceptedTypes = List.copyOf(acceptedTypes);
  }
}
