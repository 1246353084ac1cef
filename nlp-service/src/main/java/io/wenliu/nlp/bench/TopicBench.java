package io.wenliu.nlp.bench;

import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment.Topic;
import io.wenliu.nlp.topics.TopicClassifier;
import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.nlp.words.WordStatistics;
import io.wenliu.text.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The first topic of articles against topics given by hand: lines of article id, tab, topic, tab,
/// other topics that are as right.
final class TopicBench {

  private TopicBench() {}

  static String run(Path labels, Map<String, Article> corpus, Segmenter segmenter)
      throws IOException {
    TopicClassifier classifier = new TopicClassifier(WordStatistics.ofNews());
    int articles = 0;
    int right = 0;
    int accepted = 0;
    for (String line : Files.readAllLines(labels)) {
      String[] columns = line.split("\t", -1);
      Article article = line.startsWith("#") ? null : corpus.get(columns[0]);
      if (article == null || columns.length < 2) {
        continue;
      }
      articles++;
      List<Topic> topics = classifier.classify(AnalyzedArticle.of(article, segmenter));
      String first = topics.isEmpty() ? "" : topics.getFirst().code().replace("medtop:", "");
      if (columns[1].equals(first)) {
        right++;
        accepted++;
      } else if (columns.length > 2 && List.of(columns[2].split(" ", -1)).contains(first)) {
        accepted++;
      }
    }
    return String.format(
        Locale.ROOT,
        "accuracy %.3f, %.3f with other right topics  (%d articles)",
        right / (double) Math.max(1, articles),
        accepted / (double) Math.max(1, articles),
        articles);
  }
}
