package io.wenliu.localstack;

import java.nio.file.Path;
import java.util.List;

/// The four services, found by the path of their module.
public enum Service {
  INGEST("ingest-service", 320),
  NLP("nlp-service", 512),
  INDEX("index-service", 400),
  GATEWAY("api-gateway", 192);

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

  List<String> options() {
    return List.of(
        "-Xmx" + heapMebibytes + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED");
  }
}
