package io.wenliu.nlp.bench;

import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.sun.management.OperatingSystemMXBean;
import io.wenliu.contract.Article;
import io.wenliu.nlp.enrichment.Annotator;
import io.wenliu.nlp.enrichment.ArticleEnricher;
import io.wenliu.text.Segmenter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/// Articles a second: the whole enrichment and each annotator, beside the bare library loop, on two
/// threads.
final class SpeedBench {

  private static final int THREADS = 2;
  private static final int ROUNDS = 3;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private SpeedBench() {}

  /// @param quiet enriches unobserved
  static void run(List<Article> articles, ArticleEnricher quiet)
      throws InterruptedException, ExecutionException {
    Map<Annotator, LongAdder> times = new EnumMap<>(Annotator.class);
    for (Annotator annotator : Annotator.values()) {
      times.put(annotator, new LongAdder());
    }
    ArticleEnricher enricher =
        new ArticleEnricher(
            Segmenter.standard(),
            (annotator, nanos, _) -> {
              LongAdder time = times.get(annotator);
              if (time != null) {
                time.add(nanos);
              }
            });
    for (int round = 0; round < ROUNDS; round++) {
      times.values().forEach(LongAdder::reset);
      perSecond(articles, enricher::enrich);
    }
    print("enrichment without embedding", perSecond(articles, quiet::enrich));
    for (Map.Entry<Annotator, LongAdder> time : times.entrySet()) {
      double seconds = time.getValue().sum() / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%-44s %10.0f articles/s%n",
          "  " + time.getKey().id() + " alone",
          THREADS * articles.size() / seconds);
    }
    ViterbiSegment bare = new ViterbiSegment();
    bare.enableCustomDictionary(false);
    Rate library = Rate.NONE;
    for (int round = 0; round < ROUNDS; round++) {
      library = perSecond(articles, article -> bare.seg(article.text()));
    }
    print("bare HanLP segmentation, tags and names", library);
  }

  private static Rate perSecond(List<Article> articles, Function<Article, Object> work)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      long started = System.nanoTime();
      long cpu = PROCESS.getProcessCpuTime();
      List<Callable<Object>> tasks = new ArrayList<>();
      for (Article article : articles) {
        tasks.add(() -> work.apply(article));
      }
      for (Future<Object> done : threads.invokeAll(tasks)) {
        done.get();
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
      return new Rate(articles.size() / seconds, articles.size() / cpuSeconds);
    }
  }

  private static void print(String what, Rate rate) {
    System.out.printf(
        Locale.ROOT,
        "%-44s %10.0f articles/s  %10.0f articles per processor second%n",
        what,
        rate.wall(),
        rate.processor());
  }

  /// Articles a second by the clock, and by the time that processors spent: the latter holds on a
  /// machine that others use too.
  private record Rate(double wall, double processor) {
    static final Rate NONE = new Rate(0, 0);
  }
}
