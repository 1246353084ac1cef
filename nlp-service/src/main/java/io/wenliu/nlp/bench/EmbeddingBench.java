package io.wenliu.nlp.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wenliu.contract.Article;
import io.wenliu.contract.Embedding;
import io.wenliu.nlp.embedding.DocumentEmbedder;
import io.wenliu.nlp.embedding.SentenceModel;
import io.wenliu.nlp.embedding.StaticVectors;
import io.wenliu.nlp.lanes.Precedence;
import io.wenliu.nlp.settings.NlpProperties.EmbeddingProperties;
import java.io.IOException;
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
/// the lane makes beside two callers of the model without a lane. Static vectors are measured too.
final class EmbeddingBench {

  private static final int CALLERS = 2;
  private static final int LEAD = 300;
  private static final int SPEED_TEXTS = 256;
  private static final int RETRIEVED = 600;
  private static final int DISTILLED_FROM = 2000;

  private final SentenceModel model;

  EmbeddingBench(SentenceModel model) {
    this.model = model;
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
  static String retrieval(List<Article> articles, Function<String, float[]> embed) {
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
    return String.format(
        Locale.ROOT,
        "first %.3f, mean reciprocal rank %.3f  (%d articles)",
        first / (double) some.size(),
        reciprocal / some.size(),
        some.size());
  }

  float[] embed(String text) {
    return model.embed(text).values();
  }

  /// Static vectors made with the help of a corpus.
  StaticVectors distilled(List<Article> corpus) {
    return StaticVectors.distilled(
        model,
        corpus.stream()
            .limit(DISTILLED_FROM)
            .map(a -> a.text().substring(0, Math.min(LEAD, a.text().length())))
            .toList());
  }

  void printSpeed(List<Article> articles) throws InterruptedException, ExecutionException {
    List<String> texts =
        articles.stream()
            .limit(SPEED_TEXTS)
            .map(
                a -> a.headline() + "\n" + a.text().substring(0, Math.min(LEAD, a.text().length())))
            .toList();
    texts.subList(0, Math.min(32, texts.size())).forEach(model::embed);
    // Turn about, so that what else the machine does falls on both.
    double bare = 0;
    double lane = 0;
    for (int round = 0; round < 2; round++) {
      bare += perSecond(texts.size(), () -> bareLoop(texts));
      lane += perSecond(texts.size(), () -> lane(texts));
    }
    System.out.printf(
        Locale.ROOT,
        "%-44s %10.1f texts/s, lane %.1f texts/s, %.2f of it%n",
        "embedding, bare loop of two callers",
        bare / 2,
        lane / 2,
        lane / bare);
  }

  private double perSecond(int texts, Callable<?> work)
      throws InterruptedException, ExecutionException {
    long started = System.nanoTime();
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      thread.submit(work).get();
    }
    return texts / ((System.nanoTime() - started) / 1e9);
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
        new EmbeddingProperties(CALLERS, 4, 64, Duration.ofMillis(300), Duration.ofSeconds(20));
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
