package io.wenliu.nlp.bench;

import io.wenliu.contract.Article;
import io.wenliu.nlp.cli.NewsTexts;
import io.wenliu.nlp.embedding.SentenceModel;
import io.wenliu.nlp.embedding.StaticVectors;
import io.wenliu.nlp.enrichment.AnnotatorObserver;
import io.wenliu.nlp.enrichment.ArticleEnricher;
import io.wenliu.nlp.names.NameRecognizer;
import io.wenliu.text.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/// `wenliu bench nlp`: prints how good and how fast the annotators are.
///
/// `--segmentation FILE`, `--keyphrases FILE`, `--names FILE`, `--quotes FILE` (both may be
/// repeated), `--likeness FILE` for the vectors, `--corpus FILE` for reprints, speed and retrieval,
/// and with it `--topics FILE` and `--static yes`, which makes static vectors to compare with; what
/// is not named is not measured.
public final class NlpBenchCommand {

  private static final int SPEED_ARTICLES = 1500;
  private static final List<String> OPTIONS =
      List.of(
          "--segmentation",
          "--names",
          "--quotes",
          "--keyphrases",
          "--likeness",
          "--corpus",
          "--topics",
          "--static");

  private NlpBenchCommand() {}

  /// @param args pairs of an option and a path
  /// @throws IOException if a file cannot be read
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Map<String, List<Path>> sets = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length || !OPTIONS.contains(args[i])) {
        usage();
      }
      sets.computeIfAbsent(args[i], _ -> new ArrayList<>()).add(Path.of(args[i + 1]));
    }
    long started = System.nanoTime();
    ArticleEnricher enricher =
        ArticleEnricher.warmedUp(Segmenter.standard(), AnnotatorObserver.NONE);
    print("annotators loaded and warm", seconds(started));
    quality(sets);
    Map<String, Article> articles = new LinkedHashMap<>();
    for (Path corpus : sets.getOrDefault("--corpus", List.of())) {
      NewsTexts.read(corpus, articles::put);
    }
    List<Article> all = new ArrayList<>(articles.values());
    for (Path topics : sets.getOrDefault("--topics", List.of())) {
      print("topics, top level", TopicBench.run(topics, articles, Segmenter.standard()));
    }
    if (!all.isEmpty()) {
      print("reprints", new ReprintBench().run(all));
      SpeedBench.run(all.subList(0, Math.min(SPEED_ARTICLES, all.size())), enricher);
    }
    if (!all.isEmpty() || sets.containsKey("--likeness")) {
      vectors(sets, all);
    }
    memory();
  }

  private static void quality(Map<String, List<Path>> sets) throws IOException {
    Segmenter segmenter = Segmenter.standard();
    for (Path file : sets.getOrDefault("--segmentation", List.of())) {
      print("segmentation", SegmentationBench.run(file, segmenter));
    }
    for (Path file : sets.getOrDefault("--names", List.of())) {
      print("names, " + file.getFileName(), NameBench.run(file, new NameRecognizer()));
      if (file.toString().endsWith(".bio")) {
        print("  in the older convention", NameBench.runMapped(file, new NameRecognizer()));
      }
      print("  HanLP's", NameBench.runHanLp(file));
      if (file.toString().endsWith(".bio")) {
        print("  HanLP's in the older convention", NameBench.runHanLpMapped(file));
      }
    }
    for (Path file : sets.getOrDefault("--quotes", List.of())) {
      print("quotes, " + file.getFileName(), QuoteBench.run(file));
    }
    for (Path file : sets.getOrDefault("--keyphrases", List.of())) {
      print(
          "keyphrases",
          String.format(Locale.ROOT, "F1@5 %.4f", KeyphraseBench.run(file, segmenter)));
    }
  }

  private static void vectors(Map<String, List<Path>> sets, List<Article> articles)
      throws IOException, InterruptedException, ExecutionException {
    long started = System.nanoTime();
    long before = resident("VmRSS");
    try (SentenceModel model = SentenceModel.loadUntilExit()) {
      model.embed("新闻编辑室怎样使用人工智能？");
      print("sentence model loaded", seconds(started));
      long occupied = resident("VmRSS") - before;
      EmbeddingBench bench =
          new EmbeddingBench(model, sets.getOrDefault("--likeness", List.of()), articles);
      System.out.println(EmbeddingBench.HEADING);
      System.out.println(bench.row("bge, 8 bits", bench::embed, occupied << 10));
      if (sets.containsKey("--static")) {
        started = System.nanoTime();
        StaticVectors vectors = bench.distilled();
        System.out.println(bench.row("static vectors", vectors::embed, vectors.bytes()));
        print("  distilled", seconds(started));
      }
      if (!articles.isEmpty()) {
        bench.printSpeed();
      }
    }
  }

  /// Of the whole process, vectors included and all that is measured beside.
  private static void memory() throws IOException {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    long most = resident("VmHWM");
    String resident = most == 0 ? "" : ", at most " + (most >> 10) + " MiB resident";
    print("memory", heap + " of " + (runtime.maxMemory() >> 20) + " MiB of heap in use" + resident);
  }

  private static String seconds(long since) {
    return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - since) / 1e9);
  }

  /// A figure of the process's memory in KiB; 0 where the system does not tell.
  private static long resident(String figure) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(figure))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0L);
    }
  }

  private static void print(String what, Object figure) {
    System.out.printf(Locale.ROOT, "%-44s %s%n", what, figure);
  }

  private static void usage() {
    System.err.println(
        "用法 usage: wenliu bench nlp [--segmentation FILE] [--keyphrases FILE] [--names FILE]…"
            + " [--quotes FILE]… [--likeness FILE]"
            + " [--corpus FILE [--topics FILE] [--static yes]]");
    System.exit(2);
  }
}
