package io.wenliu.systemtests;

import io.wenliu.localstack.LocalPipeline;
import io.wenliu.localstack.PipelineSettings;
import io.wenliu.localstack.Progress;
import io.wenliu.localstack.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One running pipeline for all system tests of this JVM: Kafka, Elasticsearch and the four
/// services as processes, started when first asked for.
///
/// Tests share it, so each works with sources and ids of its own, and one that kills or stops a
/// process leaves everything ready again.
public final class SharedPipeline {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Path FOLDER =
      Path.of("target", "system-tests", Long.toString(ProcessHandle.current().pid()));

  private static @Nullable LocalPipeline pipeline;

  private SharedPipeline() {}

  /// The pipeline, ready for requests.
  public static synchronized LocalPipeline get() {
    if (pipeline == null) {
      LocalPipeline started = new LocalPipeline(PipelineSettings.in(FOLDER));
      Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-pipeline"));
      started.start(Progress.NONE);
      pipeline = started;
    }
    return pipeline;
  }

  /// Stops every process in an orderly way, services first, and starts all again on their data.
  static void restartAll() {
    List<ServerProcess> processes = get().processes();
    processes.reversed().forEach(ServerProcess::stop);
    for (ServerProcess process : processes) {
      process.start();
      process.awaitReady(PATIENCE);
    }
  }

  /// Kill -9, then a start on the same port.
  static void killAndRestart(ServerProcess process) {
    process.kill();
    process.start();
  }

  /// Until each process answers its readiness probe again.
  static void awaitReady() {
    get().processes().forEach(process -> process.awaitReady(PATIENCE));
  }
}
