package io.wenliu.benchmarks.page;

import io.wenliu.ingest.page.PageReconstructor;
import io.wenliu.ingest.page.PageText;
import io.wenliu.ingest.page.ReconstructedPage;
import io.wenliu.localstack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Pages per second on one thread, for each seed page.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PageReconstructionBenchmark {

  @Param({
    "000_1659b0c714c68776.txt",
    "001_8bc52386f4285035.txt",
    "002_16b69693f3063b5b.txt",
    "003_ea424a2b5c9af878.txt",
    "004_17c7324d0813078a.txt"
  })
  private String seed = "";

  private PageReconstructor reconstructor = new PageReconstructor();
  private List<PageText> pages = List.of();

  @Setup
  public void readThePage() throws IOException {
    Path file = Checkout.root().resolve("seeds").resolve(seed);
    reconstructor = new PageReconstructor();
    pages = List.of(new PageText(seed, Files.readString(file)));
  }

  @Benchmark
  public List<ReconstructedPage> reconstructOnePage() {
    return reconstructor.reconstruct(pages);
  }
}
