package io.wenliu.localstack.launcher;

import io.wenliu.localstack.Checkout;
import io.wenliu.localstack.Footprint;
import io.wenliu.localstack.LocalPipeline;
import io.wenliu.localstack.PipelineSettings;
import io.wenliu.localstack.RestartListener;
import io.wenliu.localstack.ServerFailedException;
import io.wenliu.localstack.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/// `./wenliu demo`: the whole pipeline on this machine, the sample pages through it, and the
/// dashboard until somebody ends it.
final class Demo {

  private static final int FAILED = 1;

  private final DemoOptions options;
  private final Console console;
  private volatile boolean ending;

  Demo(DemoOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /// Returns only when something stands in the way; otherwise stays until the process is ended.
  ///
  /// @return the exit status
  int run() throws InterruptedException {
    var data =
        Objects.requireNonNullElseGet(options.data(), () -> Checkout.root().resolve(".wenliu"));
    try {
      return run(data);
    } catch (IOException | UncheckedIOException e) {
      if (!ending) {
        console.line(
            "无法读写 %s 等处的文件（cannot read or write files），可用 --data 换一个目录（--data DIR）：%s"
                .formatted(data, e));
      }
      return FAILED;
    }
  }

  private int run(Path data) throws IOException, InterruptedException {
    var opened = DataFolder.open(data);
    if (opened.isEmpty()) {
      console.line("另一个演示正在使用同一目录，请先结束它（another demo is running in this folder）。");
      return FAILED;
    }
    var folder = opened.get();
    var problem = Preflight.problem(options, Machine.here(folder.path()));
    if (problem.isPresent()) {
      console.line(problem.get());
      return FAILED;
    }
    if (options.fresh()) {
      console.step("正在清除上次的数据");
      folder.forget();
    }

    var pipeline = new LocalPipeline(settings(folder));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(pipeline), "end"));
    try {
      pipeline.start(console);
      pipeline.supervise(new Announcer());
      pushSeeds(pipeline);
      pipeline.makeStartCaches();
      stay();
    } catch (ServerFailedException | PagesMissingException | IllegalStateException e) {
      if (!ending) {
        console.line(String.valueOf(e.getMessage()));
      }
    }
    return FAILED;
  }

  private PipelineSettings settings(DataFolder folder) {
    var settings = PipelineSettings.in(folder.path());
    return settings.withGatewayPort(options.port()).withNlpInstances(options.nlpInstances());
  }

  private void pushSeeds(LocalPipeline pipeline) throws IOException, InterruptedException {
    var seeds = Seed.all(Checkout.root().resolve("seeds"));
    try (var gateway = new GatewayClient(pipeline.address());
        var feed = new NewsroomFeed(pipeline.kafka().bootstrapServers())) {
      var run = new SeedRun(gateway, console);
      var rows = run.run(seeds, feed::push);
      show(rows, run.over(), pipeline);
    }
  }

  private void show(List<ArticleRow> rows, List<String> over, LocalPipeline pipeline)
      throws InterruptedException {
    console.line("");
    ArticleTable.lines(rows, over).forEach(console::line);
    console.line("");
    console.line(
        "%d 篇文章可检索，用时 %d 秒，共占内存 %s（%d articles searchable）"
            .formatted(rows.size(), console.elapsed().toSeconds(), memory(pipeline), rows.size()));
    console.line("控制台（dashboard）：" + pipeline.address());
    console.line(door(pipeline));
    console.line(
        "Kafka："
            + pipeline.kafka().bootstrapServers()
            + "　日志（logs）："
            + pipeline.kafka().logFile().getParent());
    console.line("按 Ctrl-C 结束（Ctrl-C ends it）。");
  }

  private static String door(LocalPipeline pipeline) throws InterruptedException {
    try (var gateway = new GatewayClient(pipeline.address())) {
      return gateway.isOpen().orElse(false)
          ? "网关只在 127.0.0.1 上开放，不问密钥（runs open on 127.0.0.1: nobody is asked for a key）"
          : "网关要密钥才能用（the gateway asks for a key）";
    }
  }

  private static String memory(LocalPipeline pipeline) {
    long bytes =
        Footprint.ofThisProcess().residentBytes()
            + pipeline.processes().stream()
                .map(ServerProcess::footprint)
                .mapToLong(Footprint::residentBytes)
                .sum();
    return String.format(Locale.ROOT, "%.2f GiB", bytes / (double) (1L << 30));
  }

  private static void stay() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private void end(LocalPipeline pipeline) {
    ending = true;
    console.line("");
    console.step("正在停止所有进程");
    pipeline.close();
    console.line("已全部停止（everything is stopped）。数据留在 .wenliu，下次接着用。");
  }

  /// Tells of processes that ended unasked.
  private final class Announcer implements RestartListener {

    @Override
    public void ended(ServerProcess process, Duration restartIn) {
      if (!ending) {
        console.line(
            "%s 意外退出，%d 秒后重新启动（ended, restarting）；日志：%s"
                .formatted(process, restartIn.toSeconds(), process.logFile()));
      }
    }

    @Override
    public void restarted(ServerProcess process) {
      console.line(process + " 已重新启动（restarted）");
    }
  }
}
