package io.wenliu.nlp.bench;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wenliu.contract.Article;
import io.wenliu.contract.Embedding;
import io.wenliu.nlp.embedding.DocumentEmbedder;
import io.wenliu.nlp.embedding.SentenceModel;
import io.wenliu.nlp.embedding.StaticVectors;
import io.wenliu.nlp.lanes.Precedence;
import io.wenliu.nlp.settings.NlpProperties.EmbeddingProperties;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// The vectors: how well they tell what means the same (lines of two sentences and how alike they
/// are, parted by tabs), whether a headline finds its article among others, and how many a second
/// the lane makes beside two callers of the model without a lane.
final class EmbeddingBench {

  private static final int CALLERS = 2;
  private static final int LEAD = 300;
  private static final int SPEED_TEXTS = 256;
  private static final int WARM_UP = 32;
  private static final int SPEED_ROUNDS = 2;
  private static final int RETRIEVED = 600;
  private static final int DISTILLED_FROM = 2000;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static final String HEADING =
      String.format(
          Locale.ROOT,
          "%-20s %10s %16s %16s %20s %10s",
          "vectors",
          "Spearman",
          "headline first",
          "reciprocal rank",
          "texts/s, one caller",
          "MiB");

  private final SentenceModel model;
  private final List<Path> pairs;
  private final List<Article> articles;

  /// @param pairs files of sentences and how alike they are
  EmbeddingBench(SentenceModel model, List<Path> pairs, List<Article> articles) {
    this.model = model;
    this.pairs = pairs;
    this.articles = articles;
  }

  /// What one way to make vectors is worth, and what it costs; `-` for what was not asked for.
  ///
  /// @param bytes that it occupies
  String row(String name, Function<String, float[]> embed, long bytes) throws IOException {
    double likeness = 0;
    for (Path file : pairs) {
      likeness += likeness(file, embed) / pairs.size();
    }
    Retrieval found = articles.isEmpty() ? null : retrieval(articles, embed);
    return String.format(
        Locale.ROOT,
        "%-20s %10s %16s %16s %20s %10d",
        name,
        pairs.isEmpty() ? "-" : decimal(2, likeness),
        found == null ? "-" : decimal(3, found.first()),
        found == null ? "-" : decimal(3, found.reciprocalRank()),
        articles.isEmpty() ? "-" : decimal(0, textsPerSecond(embed)),
        bytes >> 20);
  }

  private static String decimal(int places, double figure) {
    return String.format(Locale.ROOT, "%." + places + "f", figure);
  }

  private double textsPerSecond(Function<String, float[]> embed) {
    List<String> texts = speedTexts();
    List<float[]> warm = texts.stream().limit(WARM_UP).map(embed).toList();
    long started = System.nanoTime();
    List<float[]> made = texts.stream().map(embed).toList();
    double seconds = (System.nanoTime() - started) / 1e9;
    return Math.max(made.size(), warm.size()) / seconds;
  }

  /// As long as what the service embeds.
  private List<String> speedTexts() {
    return articles.stream().limit(SPEED_TEXTS).map(a -> a.headline() + "\n" + lead(a)).toList();
  }

  private static String lead(Article article) {
    return article.text().substring(0, Math.min(LEAD, article.text().length()));
  }

  /// Spearman's correlation of cosine and given likeness, times 100.
  static double likeness(Path pairs, Function<String, float[]> embed) throws IOException {
    List<String> lines = Files.readAllLines(pairs);
    double[] given = new double[lines.size()];
    double[] cosines = new double[lines.size()];
    for (int i = 0; i < given.length; i++) {
      String[] columns = lines.get(i).split("\t", -1);
      given[i] = Double.parseDouble(columns[2]);
      cosines[i] = cosine(embed.apply(columns[0]), embed.apply(columns[1]));
    }
    return 100 * Ranks.correlation(given, cosines);
  }

  /// How often the headline's nearest text is its own, and the mean reciprocal rank of its own.
  ///
  /// @param first from 0 to 1, as is the other
  record Retrieval(double first, double reciprocalRank) {}

  /// Each headline looks for its text among those of the first articles that have both.
  static Retrieval retrieval(List<Article> articles, Function<String, float[]> embed) {
    List<Article> some =
        articles.stream()
            .filter(a -> !a.headline().isBlank() && a.text().length() > LEAD)
            .limit(RETRIEVED)
            .toList();
    List<float[]> texts = some.stream().map(a -> embed.apply(a.text().substring(0, LEAD))).toList();
    int first = 0;
    double reciprocal = 0;
    for (int i = 0; i < some.size(); i++) {
      float[] headline = embed.apply(some.get(i).headline());
      double own = cosine(headline, texts.get(i));
      int rank = 1;
      for (int k = 0; k < texts.size(); k++) {
        rank += k != i && cosine(headline, texts.get(k)) >= own ? 1 : 0;
      }
      first += rank == 1 ? 1 : 0;
      reciprocal += 1.0 / rank;
    }
    return new Retrieval(first / (double) some.size(), reciprocal / some.size());
  }

  float[] embed(String text) {
    return model.embed(text).values();
  }

  /// Static vectors made with the help of the articles.
  StaticVectors distilled() {
    return StaticVectors.distilled(
        model, articles.stream().limit(DISTILLED_FROM).map(EmbeddingBench::lead).toList());
  }

  /// The lane beside two callers of the model without a lane, words idle.
  void printSpeed() throws InterruptedException, ExecutionException {
    List<String> texts = speedTexts();
    texts.subList(0, Math.min(WARM_UP, texts.size())).forEach(model::embed);
    // Turn about, so that what else the machine does falls on both.
    Rate bare = Rate.NONE;
    Rate lane = Rate.NONE;
    for (int round = 0; round < SPEED_ROUNDS; round++) {
      bare = bare.plus(rate(texts.size(), () -> bareLoop(texts)));
      lane = lane.plus(rate(texts.size(), () -> lane(texts)));
    }
    System.out.printf(
        Locale.ROOT,
        "%-44s %10.1f texts/s, lane %.1f texts/s, %.2f of it; %.2f of it per processor second%n",
        "embedding, bare loop of two callers",
        bare.perSecond(),
        lane.perSecond(),
        lane.perSecond() / bare.perSecond(),
        lane.perProcessorSecond() / bare.perProcessorSecond());
  }

  private static Rate rate(int texts, Callable<?> work)
      throws InterruptedException, ExecutionException {
    long started = System.nanoTime();
    long cpu = PROCESS.getProcessCpuTime();
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      thread.submit(work).get();
    }
    return new Rate(texts, System.nanoTime() - started, PROCESS.getProcessCpuTime() - cpu);
  }

  /// Texts, the time they took by the clock and that which processors spent, in nanoseconds: the
  /// latter holds on a machine that others use too.
  private record Rate(int texts, long nanos, long processorNanos) {
    static final Rate NONE = new Rate(0, 0, 0);

    Rate plus(Rate other) {
      return new Rate(
          texts + other.texts, nanos + other.nanos, processorNanos + other.processorNanos);
    }

    double perSecond() {
      return texts * 1e9 / nanos;
    }

    double perProcessorSecond() {
      return texts * 1e9 / processorNanos;
    }
  }

  private Integer bareLoop(List<String> texts) throws InterruptedException, ExecutionException {
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<Embedding>> vectors = new ArrayList<>();
      for (String text : texts) {
        vectors.add(callers.submit(() -> model.embed(text)));
      }
      for (Future<Embedding> vector : vectors) {
        vector.get();
      }
      return vectors.size();
    }
  }

  private Integer lane(List<String> texts) throws InterruptedException {
    EmbeddingProperties settings =
        new EmbeddingProperties(CALLERS, 1, 64, Duration.ofMillis(300), Duration.ofSeconds(20));
    Precedence idle = new Precedence(settings.afterWords(), () -> false);
    try (DocumentEmbedder embedder =
        new DocumentEmbedder(model, idle, settings, new SimpleMeterRegistry())) {
      int made = 0;
      for (int from = 0; from < texts.size(); from += settings.pollSize()) {
        int to = Math.min(texts.size(), from + settings.pollSize());
        made += embedder.embed(texts.subList(from, to)).size();
      }
      return made;
    }
  }

  private static double cosine(float[] left, float[] right) {
    double product = 0;
    for (int d = 0; d < left.length; d++) {
      product += left[d] * right[d];
    }
    return product;
  }
}
