package io.wenliu.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The four services, found by the path of their module.
public enum Service {
  INGEST("ingest-service", 320),
  NLP("nlp-service", 512),
  INDEX("index-service", 400),
  GATEWAY("api-gateway", 192);

  /// Much of nlp-service's code is hot at once, and the compiler's favourite, one huge method with
  /// all that it calls in it, costs it as much time as the first five thousand articles: smaller
  /// pieces cost less than half of that and run as fast.
  private static final List<String> SMALL_PIECES =
      List.of(
          "-XX:MaxInlineLevel=9",
          "-XX:FreqInlineSize=120",
          "-XX:InlineSmallCode=1000",
          "-XX:LoopUnrollLimit=10");

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

  /// What the JVM's compiler is told, wherever the service's own code runs.
  public List<String> compilerOptions() {
    return this == NLP ? SMALL_PIECES : List.of();
  }

  /// What the JVM is told when the service runs: heap, collector, compiler.
  public List<String> options() {
    List<String> options = new ArrayList<>();
    options.add("-Xmx" + heapMebibytes + "m");
    options.add("-XX:+UseSerialGC");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("--enable-native-access=ALL-UNNAMED");
    options.addAll(compilerOptions());
    return options;
  }
}
