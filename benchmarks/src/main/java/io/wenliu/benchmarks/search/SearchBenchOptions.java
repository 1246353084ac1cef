package io.wenliu.benchmarks.search;

import io.wenliu.benchmarks.Words;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run is asked to do.
///
/// @param corpus lines of `{"id","date","title","paragraphs"}`
/// @param own how many of the corpus' articles go through the whole pipeline, vectors included
/// @param articles in the index, variations and all
/// @param seconds of measurement, half of it for each side
/// @param warmUp seconds of searches before it, until the compilers have little left to do
/// @param rate searches a second
/// @param news articles a second that are submitted meanwhile
record SearchBenchOptions(
    Path corpus, int own, int articles, int seconds, int warmUp, int rate, int news) {

  static SearchBenchOptions parse(List<String> arguments) {
    @Nullable Path corpus = null;
    int own = 4_000;
    int articles = 100_000;
    int seconds = 120;
    int warmUp = 240;
    int rate = 20;
    int news = 5;
    for (Words words = new Words(arguments); words.hasNext(); ) {
      String word = words.next();
      switch (word) {
        case "--corpus" -> corpus = Path.of(words.valueOf(word));
        case "--own" -> own = words.numberOf(word, 1);
        case "--articles" -> articles = words.numberOf(word, 1);
        case "--seconds" -> seconds = words.numberOf(word, 1);
        case "--warm-up" -> warmUp = words.numberOf(word, 1);
        case "--rate" -> rate = words.numberOf(word, 1);
        case "--news" -> news = words.numberOf(word, 1);
        default -> throw new IllegalArgumentException("不认识的选项 " + word + "（no such option）");
      }
    }
    if (corpus == null) {
      throw new IllegalArgumentException("缺少 --corpus FILE.jsonl（the corpus is missing）");
    }
    return new SearchBenchOptions(corpus, own, articles, seconds, warmUp, rate, news);
  }
}
