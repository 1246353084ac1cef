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
    double[] scores = scores(article);
    double[] top = new double[scores.length];
    double total = 0;
    for (TopicTable.Entry entry : table.entries()) {
      top[entry.top()] += scores[entry.number()];
      total += scores[entry.number()];
    }
    List<Topic> topics = new ArrayList<>();
    for (TopicTable.Entry entry : best(table.topLevel(), top, MOST_TOP_LEVEL)) {
      topics.add(topic(entry, top[entry.number()] / total));
      for (TopicTable.Entry child : best(table.below(entry), scores, MOST_BELOW)) {
        topics.add(topic(child, scores[child.number()] / total));
      }
    }
    topics.sort(Comparator.comparing((Topic t) -> !TopicTable.isTop(t.code())));
    return topics;
  }

  /// By the topics' numbers.
  private double[] scores(AnalyzedArticle article) {
    Map<String, Double> weights = new HashMap<>();
    for (Word word : article.headline()) {
      add(weights, word.form(), HEADLINE_WEIGHT);
    }
    int seen = 0;
    for (AnalyzedArticle.Paragraph paragraph : article.weighed()) {
      for (Word word : paragraph.words()) {
        add(weights, word.form(), seen++ < LEAD_WORDS ? 1 : REST_WEIGHT);
      }
    }
    double[] scores = new double[table.entries().size()];
    weights.forEach((form, weight) -> {
      double rarity = statistics.inverseDocumentFrequency(form);
      for (TopicTable.Entry entry : table.toldBy(form)) {
        double own = TopicTable.isTop(entry.code()) ? OWN_WORDS_WEIGHT : 1;
        scores[entry.number()] += own * Math.sqrt(weight) * rarity;
      }
    });
    return scores;
  }

  private void add(Map<String, Double> weights, String form, double weight) {
    if (!table.toldBy(form).isEmpty()) {
      weights.merge(form, weight, Double::sum);
    }
  }

  private static List<TopicTable.Entry> best(
      List<TopicTable.Entry> entries, double[] scores, int most) {
    double first = 0;
    for (TopicTable.Entry entry : entries) {
      first = Math.max(first, scores[entry.number()]);
    }
    List<TopicTable.Entry> good = new ArrayList<>();
    for (TopicTable.Entry entry : entries) {
      double score = scores[entry.number()];
      if (score >= LEAST && score >= SECOND * first) {
        good.add(entry);
      }
    }
    good.sort(
        Comparator.comparingDouble((TopicTable.Entry e) -> -scores[e.number()])
            .thenComparing(TopicTable.Entry::code));
    return good.subList(0, Math.min(most, good.size()));
  }

  private static Topic topic(TopicTable.Entry entry, double share) {
    return new Topic(
        "medtop:" + entry.code(), entry.label(), Math.round(Math.min(1, share) * 1000) / 1000.0);
  }
}
