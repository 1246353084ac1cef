package io.wenliu.benchmarks;

import io.wenliu.localstack.Service;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A JVM that sees a service's own classes and the benchmarks', and none of its servers.
public final class ServiceJvm {

  private ServiceJvm() {}

  /// Starts a main class; standard error is passed on.
  ///
  /// @param heapMebibytes maximum heap in MiB
  public static Process start(
      Service service, int heapMebibytes, String mainClass, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMebibytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(service.compilerOptions());
    command.add("-cp");
    // The service first: what both have is the service's.
    command.add(
        service.applicationJar()
            + File.pathSeparator
            + ownJar()
            + File.pathSeparator
            + ownJar().resolveSibling("lib")
            + File.separator
            + "*");
    command.add(mainClass);
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static Path ownJar() {
    try {
      return Path.of(ServiceJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
