package io.wenliu.nlp.bench;

import io.wenliu.contract.Article;
import io.wenliu.nlp.cli.NewsTexts;
import io.wenliu.nlp.names.NameRecognizer;
import io.wenliu.text.Segmenter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// `wenliu bench nlp`: prints how good and how fast the annotators are.
///
/// `--segmentation FILE`, `--keyphrases FILE`, `--names FILE` (may be repeated), `--corpus FILE`
/// for reprints and speed, and with it `--topics FILE`; what is not named is not measured.
public final class NlpBenchCommand {

  private static final int SPEED_ARTICLES = 1500;

  private NlpBenchCommand() {}

  /// @param args pairs of an option and a path
  /// @throws IOException if a file cannot be read
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    @Nullable Path corpus = null;
    @Nullable Path topics = null;
    Segmenter segmenter = Segmenter.standard();
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        usage();
      }
      Path file = Path.of(args[i + 1]);
      switch (args[i]) {
        case "--corpus" -> corpus = file;
        case "--topics" -> topics = file;
        case "--segmentation" -> print("segmentation", SegmentationBench.run(file, segmenter));
        case "--names" ->
            print("names, " + file.getFileName(), NameBench.run(file, new NameRecognizer()));
        case "--keyphrases" ->
            print(
                "keyphrases",
                String.format(Locale.ROOT, "F1@5 %.4f", KeyphraseBench.run(file, segmenter)));
        default -> usage();
      }
    }
    if (corpus == null) {
      return;
    }
    Map<String, Article> articles = new LinkedHashMap<>();
    NewsTexts.read(corpus, articles::put);
    if (topics != null) {
      print("topics, top level", TopicBench.run(topics, articles, segmenter));
    }
    List<Article> all = new ArrayList<>(articles.values());
    print("reprints", new ReprintBench().run(all));
    SpeedBench.run(all.subList(0, Math.min(SPEED_ARTICLES, all.size())));
  }

  private static void print(String what, Object figure) {
    System.out.printf(Locale.ROOT, "%-44s %s%n", what, figure);
  }

  private static void usage() {
    System.err.println(
        "用法 usage: wenliu bench nlp [--segmentation FILE] [--keyphrases FILE] [--names FILE]…"
            + " [--corpus FILE [--topics FILE]]");
    System.exit(2);
  }
}
