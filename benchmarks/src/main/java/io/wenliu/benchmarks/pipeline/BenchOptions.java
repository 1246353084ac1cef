package io.wenliu.benchmarks.pipeline;

import io.wenliu.benchmarks.Words;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run is asked to do.
///
/// @param corpus lines of `{"id","date","title","paragraphs"}`
/// @param articles to measure with; where the corpus has fewer, they come again under other ids; 0
///   for each of them once
/// @param backfill whether to measure news beside a running backfill of the corpus, and nothing
///   else
/// @param warmUp articles that go through before the measurement, under other ids
record BenchOptions(Path corpus, int articles, int warmUp, boolean backfill) {

  private static final int DEFAULT_WARM_UP = 1_000;

  /// @throws IllegalArgumentException with a sentence for the caller
  static BenchOptions parse(List<String> arguments) {
    @Nullable Path corpus = null;
    int articles = 0;
    int warmUp = DEFAULT_WARM_UP;
    boolean backfill = false;
    for (Words words = new Words(arguments); words.hasNext(); ) {
      String word = words.next();
      switch (word) {
        case "--corpus" -> corpus = Path.of(words.valueOf(word));
        case "--articles" -> articles = words.numberOf(word, 0);
        case "--warm-up" -> warmUp = words.numberOf(word, 0);
        case "--backfill" -> backfill = true;
        default -> throw new IllegalArgumentException("不认识的选项 " + word + "（no such option）");
      }
    }
    if (corpus == null) {
      throw new IllegalArgumentException("缺少 --corpus FILE.jsonl（the corpus is missing）");
    }
    return new BenchOptions(corpus, articles, warmUp, backfill);
  }
}
