package io.wenliu.nlp.topics;

import io.wenliu.contract.Enrichment.Topic;
import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.nlp.words.WordStatistics;
import io.wenliu.text.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Files an article under IPTC Media Topics by the words that tell of each: the top level first,
/// then what is below the chosen ones. Thread-safe.
public final class TopicClassifier {

  private static final int MOST_TOP_LEVEL = 2;
  private static final int MOST_BELOW = 2;

  /// A second topic of a level must reach so much of the first one's score.
  private static final double SECOND = 0.6;

  /// Evidence below this is an accident.
  private static final double LEAST = 4;

  private static final double HEADLINE_WEIGHT = 4;
  private static final double OWN_WORDS_WEIGHT = 1;

  /// The beginning of an article tells what it is about; the rest what it touches.
  private static final int LEAD_WORDS = 150;

  private static final double REST_WEIGHT = 0.4;

  private final WordStatistics statistics;
  private final TopicTable table;

  public TopicClassifier(WordStatistics statistics) {
    this.statistics = statistics;
    this.table = TopicTable.shipped();
  }

  /// @return the top level first, each level best first; empty when nothing tells
  public List<Topic> classify(AnalyzedArticle article) {
    Map<String, Double> scores = scores(article);
    Map<TopicTable.Entry, Double> top = new HashMap<>();
    for (TopicTable.Entry entry : table.entries()) {
      double score = scores.getOrDefault(entry.code(), 0.0);
      top.merge(table.top(entry), score, Double::sum);
    }
    double total = top.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Topic> topics = new ArrayList<>();
    for (TopicTable.Entry entry : best(top, MOST_TOP_LEVEL)) {
      topics.add(topic(entry, top.getOrDefault(entry, 0.0) / total));
      Map<TopicTable.Entry, Double> below = new HashMap<>();
      for (TopicTable.Entry child : table.below(entry)) {
        below.put(child, scores.getOrDefault(child.code(), 0.0));
      }
      for (TopicTable.Entry child : best(below, MOST_BELOW)) {
        topics.add(topic(child, below.getOrDefault(child, 0.0) / total));
      }
    }
    topics.sort(Comparator.comparing((Topic t) -> !TopicTable.isTop(t.code())));
    return topics;
  }

  private Map<String, Double> scores(AnalyzedArticle article) {
    Map<String, Double> weights = new HashMap<>();
    article.headline().forEach(word -> weights.merge(word.form(), HEADLINE_WEIGHT, Double::sum));
    int seen = 0;
    for (AnalyzedArticle.Paragraph paragraph : article.weighed()) {
      for (Word word : paragraph.words()) {
        double weight = seen++ < LEAD_WORDS ? 1 : REST_WEIGHT;
        weights.merge(word.form(), weight, Double::sum);
      }
    }
    Map<String, Double> scores = new HashMap<>();
    weights.forEach((form, weight) -> {
      for (TopicTable.Entry entry : table.toldBy(form)) {
        double own = TopicTable.isTop(entry.code()) ? OWN_WORDS_WEIGHT : 1;
        double rarity = statistics.inverseDocumentFrequency(form);
        scores.merge(entry.code(), own * Math.sqrt(weight) * rarity, Double::sum);
      }
    });
    return scores;
  }

  private static List<TopicTable.Entry> best(Map<TopicTable.Entry, Double> scores, int most) {
    List<Map.Entry<TopicTable.Entry, Double>> ranked = new ArrayList<>(scores.entrySet());
    ranked.sort(
        Comparator.comparingDouble((Map.Entry<TopicTable.Entry, Double> e) -> -e.getValue())
            .thenComparing(e -> e.getKey().code()));
    double first = ranked.isEmpty() ? 0 : ranked.getFirst().getValue();
    return ranked.stream()
        .limit(most)
        .filter(e -> e.getValue() >= LEAST && e.getValue() >= SECOND * first)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Topic topic(TopicTable.Entry entry, double share) {
    return new Topic(
        "medtop:" + entry.code(), entry.label(), Math.round(Math.min(1, share) * 1000) / 1000.0);
  }
}
