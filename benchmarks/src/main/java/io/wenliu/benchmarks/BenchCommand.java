package io.wenliu.benchmarks;

import io.wenliu.benchmarks.page.PageReconstructionBenchmark;
import io.wenliu.benchmarks.pipeline.PipelineBench;
import io.wenliu.benchmarks.search.SearchBench;
import io.wenliu.localstack.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What `./wenliu bench` runs.
public final class BenchCommand {

  private static final int WRONG_USAGE = 2;
  private static final int JMH_HEAP_MEBIBYTES = 256;
  private static final String USAGE =
      """
      用法 usage:
        ./wenliu bench search --corpus FILE.jsonl [--articles N] [--seconds N] [--rate N] [--news N]
        ./wenliu bench pipeline --corpus FILE.jsonl [--articles N] [--warm-up N] [--backfill]
        ./wenliu bench page [JMH options]\
      """;

  private BenchCommand() {}

  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(run(Arrays.asList(arguments)));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      System.exit(WRONG_USAGE);
    }
  }

  private static int run(List<String> arguments) throws Exception {
    String name = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    return switch (name) {
      case "pipeline" -> {
        PipelineBench.run(rest);
        yield 0;
      }
      case "search" -> {
        SearchBench.run(rest);
        yield 0;
      }
      case "page" -> jmh(PageReconstructionBenchmark.class, rest);
      default -> throw new IllegalArgumentException("不认识的测量 " + name + "（no such benchmark）");
    };
  }

  /// In a JVM of its own: JMH measures in copies of the JVM that it runs in.
  private static int jmh(Class<?> benchmark, List<String> options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add(benchmark.getSimpleName());
    arguments.addAll(options);
    Process process =
        ServiceJvm.start(Service.INGEST, JMH_HEAP_MEBIBYTES, "org.openjdk.jmh.Main", arguments);
    process.getInputStream().transferTo(System.out);
    return process.waitFor();
  }
}
