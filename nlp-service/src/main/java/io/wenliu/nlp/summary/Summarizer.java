package io.wenliu.nlp.summary;

import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.nlp.words.WordStatistics;
import io.wenliu.text.TextSpan;
import io.wenliu.text.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Chooses two or three whole sentences, together below 200 characters, that say most of what the
/// article says: those with much of its weightiest words, near the headline and the beginning, and
/// not saying the same again. Thread-safe.
public final class Summarizer {

  private static final int MOST_SENTENCES = 3;
  private static final int LENGTH = 199;
  private static final int SHORTEST_SENTENCE = 12;
  private static final int MOST_CANDIDATES = 200;
  private static final double HEADLINE_WEIGHT = 3;
  private static final double FIRST_SENTENCE_BONUS = 0.6;
  private static final double FIRST_IN_PARAGRAPH_BONUS = 0.15;

  private final WordStatistics statistics;

  public Summarizer(WordStatistics statistics) {
    this.statistics = statistics;
  }

  /// @return in the order of the text; empty when no sentence fits
  public List<String> summarize(AnalyzedArticle article) {
    List<Candidate> candidates = candidates(article);
    Map<String, Double> weights = weights(article, candidates);
    candidates.forEach(candidate -> candidate.weigh(weights));
    List<Candidate> chosen = new ArrayList<>();
    Set<String> said = new HashSet<>();
    int length = 0;
    while (chosen.size() < MOST_SENTENCES) {
      Candidate best = null;
      double most = 0;
      for (Candidate candidate : candidates) {
        if (candidate.length <= LENGTH - length && !chosen.contains(candidate)) {
          double score = score(candidate, said);
          if (score > most) {
            best = candidate;
            most = score;
          }
        }
      }
      if (best == null) {
        break;
      }
      chosen.add(best);
      said.addAll(List.of(best.words));
      length += best.length;
    }
    chosen.sort(Comparator.comparingInt(c -> c.number));
    return chosen.stream().map(c -> c.text).toList();
  }

  private static List<Candidate> candidates(AnalyzedArticle article) {
    List<Candidate> candidates = new ArrayList<>();
    int number = 0;
    for (AnalyzedArticle.Paragraph paragraph : article.weighed()) {
      int next = 0;
      boolean first = true;
      for (TextSpan sentence : paragraph.sentences()) {
        Set<String> words = new HashSet<>();
        while (next < paragraph.words().size()
            && paragraph.words().get(next).start() < sentence.end()) {
          Word word = paragraph.words().get(next);
          if (isContent(word)) {
            words.add(word.form());
          }
          next++;
        }
        String text = sentence.in(paragraph.text());
        int length = text.codePointCount(0, text.length());
        if (length <= LENGTH && (length >= SHORTEST_SENTENCE || number == 0)) {
          candidates.add(new Candidate(number, first, text, length, words));
        }
        number++;
        first = false;
        if (candidates.size() == MOST_CANDIDATES) {
          return candidates;
        }
      }
    }
    return candidates;
  }

  private Map<String, Double> weights(AnalyzedArticle article, List<Candidate> candidates) {
    Map<String, Double> counts = new HashMap<>();
    for (Word word : article.headline()) {
      if (isContent(word)) {
        counts.merge(word.form(), HEADLINE_WEIGHT, Double::sum);
      }
    }
    for (Candidate candidate : candidates) {
      for (String word : candidate.words) {
        counts.merge(word, 1.0, Double::sum);
      }
    }
    counts.replaceAll(
        (word, count) -> Math.log1p(count) * statistics.inverseDocumentFrequency(word));
    return counts;
  }

  /// What the sentence adds to what is said already, per square root of its words, so that neither
  /// long nor short sentences win by their length.
  private static double score(Candidate candidate, Set<String> said) {
    double sum = 0;
    for (int i = 0; i < candidate.words.length; i++) {
      if (said.isEmpty() || !said.contains(candidate.words[i])) {
        sum += candidate.weights[i];
      }
    }
    double content = sum / Math.sqrt(candidate.words.length + 4.0);
    double place = 1 / Math.sqrt(1 + candidate.number / 4.0);
    double bonus =
        (candidate.number == 0 ? FIRST_SENTENCE_BONUS : 0)
            + (candidate.first ? FIRST_IN_PARAGRAPH_BONUS : 0);
    return content * (place + bonus);
  }

  private static boolean isContent(Word word) {
    char tag = word.tag().charAt(0);
    return word.form().length() >= 2
        && (tag == 'n' || tag == 'v' || tag == 'a' || tag == 'x')
        && word.isSearchable();
  }

  /// A sentence that may be chosen.
  private static final class Candidate {
    /// In the article.
    final int number;

    /// In its paragraph.
    final boolean first;

    final String text;

    /// In code points.
    final int length;

    final String[] words;
    double[] weights = {};

    Candidate(int number, boolean first, String text, int length, Set<String> words) {
      this.number = number;
      this.first = first;
      this.text = text;
      this.length = length;
      this.words = words.toArray(String[]::new);
    }

    void weigh(Map<String, Double> all) {
      weights = new double[words.length];
      for (int i = 0; i < words.length; i++) {
        weights[i] = all.getOrDefault(words[i], 0.0);
      }
    }
  }
}
