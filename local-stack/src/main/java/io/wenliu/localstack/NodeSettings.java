package io.wenliu.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Where a Kafka or Elasticsearch node keeps its data and how much it may take.
///
/// @param folder everything the node writes; made when absent, kept when the node stops
/// @param logFile standard output and standard error, appended
/// @param port of 127.0.0.1; 0 picks a free one, which the node then keeps over restarts
/// @param heapMebibytes maximum heap in MiB; 0 takes the node's own default
/// @param detour port of 127.0.0.1 that a broker's second listener tells its clients to come to; 0
///   for no second listener
/// @param overrides native settings of the server that win over ours
public record NodeSettings(
    Path folder,
    Path logFile,
    int port,
    int heapMebibytes,
    int detour,
    Map<String, String> overrides) {

  public NodeSettings {
    folder = folder.toAbsolutePath();
    logFile = logFile.toAbsolutePath();
    overrides = Map.copyOf(overrides);
  }

  /// Data and log in one folder, a free port, the default heap.
  public static NodeSettings in(Path folder) {
    return new NodeSettings(folder, folder.resolve("node.log"), 0, 0, 0, Map.of());
  }

  public NodeSettings withLogFile(Path file) {
    return new NodeSettings(folder, file, port, heapMebibytes, detour, overrides);
  }

  public NodeSettings withPort(int number) {
    return new NodeSettings(folder, logFile, number, heapMebibytes, detour, overrides);
  }

  public NodeSettings withHeapMebibytes(int mebibytes) {
    return new NodeSettings(folder, logFile, port, mebibytes, detour, overrides);
  }

  public NodeSettings withDetour(int number) {
    return new NodeSettings(folder, logFile, port, heapMebibytes, number, overrides);
  }

  /// One native setting, `log.retention.ms` or `indices.memory.index_buffer_size` say.
  public NodeSettings with(String name, String value) {
    var more = new HashMap<>(overrides);
    more.put(name, value);
    return new NodeSettings(folder, logFile, port, heapMebibytes, detour, more);
  }

  int portOrFree() {
    return port == 0 ? Ports.free() : port;
  }

  int heapOr(int mebibytes) {
    return heapMebibytes == 0 ? mebibytes : heapMebibytes;
  }
}
