package io.wenliu.benchmarks.pipeline;

import io.wenliu.benchmarks.ServiceJvm;
import io.wenliu.localstack.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How fast one process does nothing but Chinese NLP on the same articles, with as many threads as
/// there are processors; see [NlpLoop].
final class NlpCeiling {

  /// As the service has it in the running pipeline.
  private static final int HEAP_MEBIBYTES = 512;

  private final BenchOptions options;
  private final int articles;

  /// @param articles how many to measure with
  NlpCeiling(BenchOptions options, int articles) {
    this.options = options;
    this.articles = articles;
  }

  /// @return articles per second
  double measure() throws Exception {
    Process process =
        ServiceJvm.start(
            Service.NLP,
            HEAP_MEBIBYTES,
            NlpLoop.class.getName(),
            List.of(
                options.corpus().toString(),
                Integer.toString(articles),
                Integer.toString(options.warmUp())));
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException("the NLP loop ended with status " + status + ": " + answer);
    }
    return Double.parseDouble(answer.strip());
  }
}
