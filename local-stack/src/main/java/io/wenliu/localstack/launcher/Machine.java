package io.wenliu.localstack.launcher;

import io.wenliu.localstack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.IntPredicate;

/// What this machine has to offer at this moment.
///
/// @param memoryBytes that programs can still take; empty where the platform does not tell
/// @param diskBytes free where the data goes
/// @param portIsFree whether a server could listen there
record Machine(OptionalLong memoryBytes, long diskBytes, IntPredicate portIsFree) {

  /// @param folder an existing folder on the disk that takes the data
  static Machine here(Path folder) throws IOException {
    return new Machine(
        availableMemory(Path.of("/proc/meminfo")),
        Files.getFileStore(folder).getUsableSpace(),
        Ports::isFree);
  }

  /// Linux's own estimate, which counts caches it could give back.
  static OptionalLong availableMemory(Path meminfo) {
    try (var lines = Files.lines(meminfo)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
