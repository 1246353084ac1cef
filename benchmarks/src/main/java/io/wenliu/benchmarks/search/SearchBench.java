package io.wenliu.benchmarks.search;

import io.wenliu.benchmarks.pipeline.Corpus;
import io.wenliu.benchmarks.pipeline.ElasticsearchHttp;
import io.wenliu.benchmarks.pipeline.PipelineRun;
import io.wenliu.localstack.Checkout;
import io.wenliu.localstack.Folders;
import io.wenliu.localstack.LocalPipeline;
import io.wenliu.localstack.PipelineSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long readers wait for searches of a large index while news come in, and how long a plain
/// client waits for the same requests to Elasticsearch.
///
/// The plain client has the queries' vectors from the recording; the services remember none, so
/// every search waits for its own. While the recording goes on, index-service reaches Elasticsearch
/// through a tap; to be measured it starts again, without.
public final class SearchBench {

  private static final int ELASTICSEARCH_HEAP_MEBIBYTES = 1536;
  private static final int QUERIES = 200;

  /// Searches by the service and by the plain client take turns, short ones: what else goes on, a
  /// merge that takes a processor for ten seconds above all, is to meet both.
  private static final int SLICE_SECONDS = 2;

  /// Who search while it warms up, each again as soon as it has its answer.
  private static final int WARM_UP_READERS = 3;

  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final String SOURCE = "bench";
  private static final Pattern TOOK = Pattern.compile("\"tookMillis\":(\\d+)");

  private final SearchBenchOptions options;
  private final LocalPipeline pipeline;
  private final Latencies within = new Latencies();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger byWordsAlone = new AtomicInteger();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private SearchBench(SearchBenchOptions options, LocalPipeline pipeline) {
    this.options = options;
    this.pipeline = pipeline;
  }

  /// @throws IllegalArgumentException with a sentence for the caller if the arguments are wrong
  public static void run(List<String> arguments) throws Exception {
    SearchBenchOptions options = SearchBenchOptions.parse(arguments);
    Path folder = Checkout.root().resolve(".wenliu/bench");
    Folders.delete(folder);
    PipelineSettings settings =
        PipelineSettings.in(folder)
            .withElasticsearchHeapMebibytes(ELASTICSEARCH_HEAP_MEBIBYTES)
            .with("WENLIU_INDEX_SEARCH_VECTORCACHE", "0");
    try (LocalPipeline pipeline = new LocalPipeline(settings)) {
      pipeline.start(SearchBench::say);
      new SearchBench(options, pipeline).measure();
    } finally {
      Folders.delete(folder);
    }
  }

  private void measure() throws Exception {
    URI address = pipeline.elasticsearch().uri();
    try (ElasticsearchHttp elasticsearch = new ElasticsearchHttp(address);
        PlainClient plain = new PlainClient(address)) {
      Corpus corpus = Corpus.read(options.corpus());
      Corpus own = corpus.first(Math.min(options.own(), corpus.size()));
      say("推送 " + own.size() + " 篇并等待向量（pushing, waiting for vectors）");
      new PipelineRun(pipeline.kafka().bootstrapServers(), elasticsearch, SOURCE, own).run();
      awaitVectors(elasticsearch, own.size());
      VariedArticles varied = new VariedArticles(elasticsearch, SOURCE);
      say("写入变体（writing variations）");
      varied.write(options.articles() - own.size());
      elasticsearch.awaitMerges();

      List<String> queries = QueryMix.of(varied.originals(), QUERIES);
      say("记录 " + queries.size() + " 个查询（recording）");
      List<PlainClient.Plan> plans = record(queries, plain);
      say("预热 " + options.warmUp() + " 秒（warming up）");
      try (NewsStream news = new NewsStream(pipeline, options)) {
        warmUp(queries);
        plans.forEach(plain::send);
        failures.set(0);
        byWordsAlone.set(0);
        within.clear();

        Latencies wenliu = new Latencies();
        Latencies bare = new Latencies();
        int sentBefore = news.sent();
        say("测量 " + options.seconds() + " 秒（measuring）");
        int slices = 2 * Math.max(1, options.seconds() / (2 * SLICE_SECONDS));
        for (int slice = 0; slice < slices; slice++) {
          boolean service = slice % 2 == 0;
          // Both get the same queries.
          int first = slice / 2 * SLICE_SECONDS * options.rate();
          atRate(
              SLICE_SECONDS,
              service ? wenliu : bare,
              n -> {
                int which = ((first + n) * 31 + 7) % queries.size();
                if (service) {
                  search(queries.get(which));
                } else {
                  plain.send(plans.get(which));
                }
              });
        }
        report(elasticsearch, wenliu, bare, plans, news.sent() - sentBefore);
      }
    }
  }

  private List<PlainClient.Plan> record(List<String> queries, PlainClient plain)
      throws IOException {
    List<PlainClient.Plan> plans = new ArrayList<>();
    try (ElasticsearchTap tap = new ElasticsearchTap(pipeline.elasticsearch().uri())) {
      restartIndex(
          Map.of(
              "WENLIU_ELASTICSEARCH_URI",
              tap.address().toString(),
              // Its own searches would be taken for recorded ones.
              "WENLIU_INDEX_SEARCH_FIRSTSEARCHES",
              "0"));
      // Its first searches take longer than a query's vector may: those would be by words alone.
      queries.forEach(this::search);
      for (String query : queries) {
        tap.record();
        search(query);
        plans.add(plain.plan(tap.recorded()));
      }
      restartIndex(Map.of());
    }
    return plans;
  }

  private void restartIndex(Map<String, String> variables) {
    pipeline.index().stop();
    pipeline.index().setMoreEnvironment(variables);
    pipeline.index().start();
    pipeline.index().awaitReady(START_PATIENCE);
  }

  private void warmUp(List<String> queries) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.warmUp());
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService readers = Executors.newFixedThreadPool(WARM_UP_READERS)) {
      List<Future<?>> reading = new ArrayList<>();
      for (int reader = 0; reader < WARM_UP_READERS; reader++) {
        reading.add(
            readers.submit(() -> {
              while (System.nanoTime() - end < 0) {
                search(queries.get(next.getAndIncrement() % queries.size()));
              }
            }));
      }
      for (Future<?> reader : reading) {
        reader.get();
      }
    }
  }

  /// Open loop: a search is due when it is due, however long those before it take.
  private void atRate(int seconds, Latencies latencies, IntConsumer request) throws Exception {
    int count = seconds * options.rate();
    long pause = TimeUnit.SECONDS.toNanos(1) / options.rate();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sent = new ArrayList<>();
      for (int n = 0; n < count; n++) {
        long due = start + n * pause;
        long rest = due - System.nanoTime();
        if (rest > 0) {
          TimeUnit.NANOSECONDS.sleep(rest);
        }
        int number = n;
        sent.add(
            threads.submit(() -> {
              request.accept(number);
              latencies.add((System.nanoTime() - due) / 1e6);
            }));
      }
      for (Future<?> future : sent) {
        future.get();
      }
    }
  }

  private void search(String path) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(pipeline.address().resolve(path))
                  .header("Accept", "application/json")
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        failures.incrementAndGet();
        return;
      }
      Matcher took = TOOK.matcher(answer.body());
      if (took.find()) {
        within.add(Double.parseDouble(took.group(1)));
      }
      if (!path.contains("sort=newest") && !answer.body().contains("\"mode\":\"hybrid\"")) {
        byWordsAlone.incrementAndGet();
      }
    } catch (IOException e) {
      failures.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitVectors(ElasticsearchHttp elasticsearch, int expected)
      throws InterruptedException {
    while (alive(elasticsearch, "articles-vectors", SOURCE) < expected) {
      Thread.sleep(LOOK_EVERY);
    }
  }

  private static long alive(ElasticsearchHttp elasticsearch, String index, String source) {
    return elasticsearch
        .post(
            "/" + index + "/_count",
            """
            {"query": {"bool": {"filter": [
              {"prefix": {"source": "%s"}}, {"term": {"state": "alive"}}]}}}
            """
                .formatted(source))
        .path("count")
        .asLong();
  }

  private void report(
      ElasticsearchHttp elasticsearch,
      Latencies wenliu,
      Latencies bare,
      List<PlainClient.Plan> plans,
      int news) {
    System.out.printf(
        Locale.ROOT,
        "文章 articles %,d，向量 vectors %,d，期间推送 submitted meanwhile %,d%n",
        alive(elasticsearch, "articles", SOURCE),
        alive(elasticsearch, "articles-vectors", SOURCE),
        news);
    System.out.printf(
        Locale.ROOT,
        "查询 searches %d + %d，每秒 a second %d，不同的 different %d，每次请求 requests each %.1f%n",
        wenliu.count(),
        bare.count(),
        options.rate(),
        plans.size(),
        plans.stream().mapToInt(PlainClient.Plan::requests).average().orElse(0));
    line("文流 through the gateway", wenliu);
    line("  其中 within index-service", within);
    line("Elasticsearch, plain client", bare);
    System.out.printf(
        Locale.ROOT,
        "比值 ratio p50 %.2f, p95 %.2f%n失败 failures %d，仅按字词 by words alone %d%n",
        wenliu.percentile(0.5) / bare.percentile(0.5),
        wenliu.percentile(0.95) / bare.percentile(0.95),
        failures.get(),
        byWordsAlone.get());
  }

  private static void line(String name, Latencies latencies) {
    System.out.printf(
        Locale.ROOT,
        "%-28s p50 %6.1f ms  p95 %6.1f ms  p99 %6.1f ms%n",
        name,
        latencies.percentile(0.5),
        latencies.percentile(0.95),
        latencies.percentile(0.99));
  }

  private static void say(String step) {
    System.err.println(step + "…");
  }
}
