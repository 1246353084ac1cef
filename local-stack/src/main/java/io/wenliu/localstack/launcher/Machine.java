package io.wenliu.localstack.launcher;

import io.wenliu.localstack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/// What this machine has to offer at this moment.
///
/// @param memoryBytes that programs can still take, here and in the control groups that this one is
///   in; empty where the platform does not tell
/// @param diskBytes free where the data goes
/// @param portIsFree whether a server could listen there
record Machine(OptionalLong memoryBytes, long diskBytes, IntPredicate portIsFree) {

  /// @param folder an existing folder on the disk that takes the data
  static Machine here(Path folder) throws IOException {
    return new Machine(
        LongStream.concat(
                availableMemory(Path.of("/proc/meminfo")).stream(),
                leftInGroups(Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup")).stream())
            .min(),
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

  /// The least that the limit of a control group leaves, of this process's own and those around it;
  /// files in memory count as free there too. In a container the machine's memory says nothing.
  ///
  /// @param memberships `/proc/self/cgroup`
  /// @param groups where the groups of version 2 are mounted, and those of version 1 below
  /// @return empty where none has a limit
  static OptionalLong leftInGroups(Path memberships, Path groups) {
    var left = new ArrayList<Long>();
    try {
      for (var line : Files.readAllLines(memberships)) {
        var parts = line.split(":", 3);
        if (parts.length < 3) {
          continue;
        }
        if (parts[1].isEmpty()) {
          left.addAll(left(groups, parts[2], "memory.max", "memory.current"));
        } else if (List.of(parts[1].split(",")).contains("memory")) {
          left.addAll(
              left(
                  groups.resolve("memory"),
                  parts[2],
                  "memory.limit_in_bytes",
                  "memory.usage_in_bytes"));
        }
      }
    } catch (IOException e) {
      // No Linux.
    }
    return left.stream().mapToLong(Long::longValue).min();
  }

  private static List<Long> left(Path root, String group, String limitFile, String usedFile) {
    var left = new ArrayList<Long>();
    for (var folder = root.resolve(group.substring(1)).normalize();
        folder != null && folder.startsWith(root);
        folder = folder.getParent()) {
      try {
        long limit = Long.parseLong(Files.readString(folder.resolve(limitFile)).strip());
        long used = Long.parseLong(Files.readString(folder.resolve(usedFile)).strip());
        left.add(Math.max(0, limit - used + files(folder)));
      } catch (IOException | NumberFormatException e) {
        // The root has no such files, a container does not see the groups around it, and a group
        // without a limit says "max".
      }
    }
    return left;
  }

  private static long files(Path group) throws IOException {
    try (var lines = Files.lines(group.resolve("memory.stat"))) {
      return lines
          .filter(line -> line.startsWith("active_file ") || line.startsWith("inactive_file "))
          .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
          .sum();
    }
  }
}
