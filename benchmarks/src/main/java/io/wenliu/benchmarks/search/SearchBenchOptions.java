package io.wenliu.benchmarks.search;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run is asked to do.
///
/// @param corpus lines of `{"id","date","title","paragraphs"}`
/// @param own how many of the corpus' articles go through the whole pipeline, vectors included
/// @param articles in the index, variations and all
/// @param seconds of measurement, half of it for each side
/// @param rate searches a second
/// @param news articles a second that are submitted meanwhile
record SearchBenchOptions(Path corpus, int own, int articles, int seconds, int rate, int news) {

  static SearchBenchOptions parse(List<String> arguments) {
    @Nullable Path corpus = null;
    int own = 1_000;
    int articles = 100_000;
    int seconds = 120;
    int rate = 20;
    int news = 5;
    for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
      String word = words.next();
      switch (word) {
        case "--corpus" -> corpus = Path.of(value(word, words));
        case "--own" -> own = number(word, words);
        case "--articles" -> articles = number(word, words);
        case "--seconds" -> seconds = number(word, words);
        case "--rate" -> rate = number(word, words);
        case "--news" -> news = number(word, words);
        default -> throw new IllegalArgumentException("不认识的选项 " + word + "（no such option）");
      }
    }
    if (corpus == null) {
      throw new IllegalArgumentException("缺少 --corpus FILE.jsonl（the corpus is missing）");
    }
    return new SearchBenchOptions(corpus, own, articles, seconds, rate, news);
  }

  private static String value(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException(option + " 缺少值（needs a value）");
    }
    return words.next();
  }

  private static int number(String option, Iterator<String> words) {
    String value = value(option, words);
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the option's name.
    }
    throw new IllegalArgumentException(option + " 应为正整数（needs a positive number）: " + value);
  }
}
