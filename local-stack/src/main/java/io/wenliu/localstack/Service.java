package io.wenliu.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The four services, found by the path of their module.
public enum Service {
  INGEST("ingest-service", 320),
  NLP("nlp-service", 512),
  INDEX("index-service", 600),
  GATEWAY("api-gateway", 192);

  /// Linux hears of a thread's priority only with it: what computes in the background gives way to
  /// searches and to the writing of what it has done.
  static final String PRIORITIES = "-XX:ThreadPriorityPolicy=1";

  private final String module;
  private final int heapMebibytes;

  Service(String module, int heapMebibytes) {
    this.module = module;
    this.heapMebibytes = heapMebibytes;
  }

  /// The module's folder, which is also the process's name.
  public String module() {
    return module;
  }

  /// The runnable jar, laid out as a folder; see [AppLayout].
  public Path applicationJar() {
    return AppLayout.of(module);
  }

  /// What the JVM's compiler is told when the service's own code runs on one machine with all else.
  /// Containers say the same for nlp-service.
  public List<String> compilerOptions() {
    return CompilerOptions.SMALL_PIECES;
  }

  /// What the JVM is told when the service runs: heap, collector, compiler.
  public List<String> options() {
    List<String> options = new ArrayList<>();
    options.add("-Xmx" + heapMebibytes + "m");
    options.add("-XX:+UseSerialGC");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("--enable-native-access=ALL-UNNAMED");
    if (this == NLP || this == INGEST) {
      options.add(PRIORITIES);
    }
    if (this == INDEX) {
      // Its batches are large and soon gone: with less room for the young, half of each was taken
      // for old.
      options.add("-XX:NewRatio=1");
    }
    options.addAll(compilerOptions());
    return options;
  }
}
