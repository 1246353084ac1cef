package io.wenliu.nlp.cli;

import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.text.Segmenter;
import io.wenliu.text.Word;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts in how many articles of a corpus each word stands, for
/// [io.wenliu.nlp.words.WordStatistics].
///
/// `java … io.wenliu.nlp.cli.CountWordsCommand CORPUS TABLE`
public final class CountWordsCommand {

  /// Rarer words are as good as unseen, and would only swell the table.
  private static final int FEWEST = 3;

  private CountWordsCommand() {}

  /// @param args a corpus as [NewsTexts] reads it, and the file to write
  /// @throws IOException if either fails
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("用法 usage: CountWordsCommand CORPUS TABLE");
      System.exit(2);
    }
    write(Path.of(args[0]), Path.of(args[1]));
  }

  static void write(Path corpus, Path table) throws IOException {
    Segmenter segmenter = Segmenter.standard();
    Map<String, Integer> counts = new HashMap<>();
    int[] articles = {0};
    NewsTexts.read(
        corpus,
        (_, article) -> {
          articles[0]++;
          words(AnalyzedArticle.of(article, segmenter))
              .forEach(word -> counts.merge(word, 1, Integer::sum));
        });
    Comparator<Map.Entry<String, Integer>> commonestFirst =
        Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
            .thenComparing(Map.Entry::getKey);
    List<Map.Entry<String, Integer>> sorted =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= FEWEST)
            .sorted(commonestFirst)
            .toList();
    try (Writer out = Files.newBufferedWriter(table)) {
      out.write(articles[0] + "\n");
      for (Map.Entry<String, Integer> entry : sorted) {
        out.write(entry.getKey() + "\t" + entry.getValue() + "\n");
      }
    }
  }

  private static Set<String> words(AnalyzedArticle article) {
    Set<String> words = new HashSet<>();
    article.headline().stream().filter(Word::isSearchable).map(Word::form).forEach(words::add);
    article.paragraphs().stream()
        .flatMap(paragraph -> paragraph.words().stream())
        .filter(Word::isSearchable)
        .map(Word::form)
        .forEach(words::add);
    return words;
  }
}
