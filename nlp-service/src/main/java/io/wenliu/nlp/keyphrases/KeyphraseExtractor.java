package io.wenliu.nlp.keyphrases;

import io.wenliu.contract.Enrichment.Keyphrase;
import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.nlp.words.WordStatistics;
import io.wenliu.text.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Weighs the noun phrases of an article by how often they stand in it, how early, and how rare
/// their words are in the news. Thread-safe; time grows with the number of words.
public final class KeyphraseExtractor {

  private static final int MOST_KEYPHRASES = 10;
  private static final int LONGEST_PHRASE_WORDS = 4;
  private static final int LONGEST_PHRASE = 14;

  /// A phrase of the headline counts as if it stood in the text so many times more.
  private static final double HEADLINE_WEIGHT = 3;

  // Chosen on abstracts with their authors' keywords; see the module's README.
  private static final double REPETITION_EXPONENT = 1.5;
  private static final double WORDS_EXPONENT = 0.2;
  private static final double EARLY_WEIGHT = 0.5;
  private static final double VERB_WEIGHT = 0.5;
  private static final double TWO_CHARACTERS_WEIGHT = 0.3;
  private static final double THREE_CHARACTERS_WEIGHT = 0.65;
  private static final double LONG_WEIGHT = 0.7;
  private static final int LONG = 8;

  /// Of the number of words in a phrase.
  private static final double[] ROOTS = new double[LONGEST_PHRASE_WORDS + 1];

  static {
    for (int words = 0; words < ROOTS.length; words++) {
      ROOTS[words] = Math.pow(words, WORDS_EXPONENT);
    }
  }

  private final WordStatistics statistics;

  public KeyphraseExtractor(WordStatistics statistics) {
    this.statistics = statistics;
  }

  /// @return at most ten, the best first; none is a part of a better one
  public List<Keyphrase> extract(AnalyzedArticle article) {
    Map<String, Candidate> candidates = new HashMap<>();
    collect(candidates, article.headline(), HEADLINE_WEIGHT, 0);
    int place = 1;
    for (AnalyzedArticle.Paragraph paragraph : article.weighed()) {
      place = collect(candidates, paragraph.words(), 1, place);
    }
    for (Candidate candidate : candidates.values()) {
      candidate.score = score(candidate, place);
    }
    List<Keyphrase> phrases = new ArrayList<>();
    for (Candidate candidate : best(candidates.values())) {
      phrases.add(new Keyphrase(candidate.text, Math.round(candidate.score * 1000) / 1000.0));
    }
    return phrases;
  }

  private static double score(Candidate candidate, int words) {
    double rarity = candidate.rarity / ROOTS[candidate.words];
    double early = 1 + EARLY_WEIGHT * (1 - candidate.first / (double) words);
    double repeated = candidate.weight == 1 ? 1 : Math.pow(candidate.weight, REPETITION_EXPONENT);
    double verb = candidate.hasVerb ? VERB_WEIGHT : 1;
    return rarity * early * repeated * verb * lengthWeight(candidate.form.length());
  }

  private static double lengthWeight(int length) {
    return switch (length) {
      case 2 -> TWO_CHARACTERS_WEIGHT;
      case 3 -> THREE_CHARACTERS_WEIGHT;
      default -> length < LONG ? 1 : LONG_WEIGHT;
    };
  }

  /// The best again and again: ten of some hundreds are found before these are sorted.
  private static List<Candidate> best(Collection<Candidate> candidates) {
    Candidate[] left = candidates.toArray(Candidate[]::new);
    List<Candidate> best = new ArrayList<>();
    for (int size = left.length; size > 0 && best.size() < MOST_KEYPHRASES; size--) {
      int next = 0;
      for (int i = 1; i < size; i++) {
        if (left[i].isBetterThan(left[next])) {
          next = i;
        }
      }
      if (!isPartOfAny(left[next], best)) {
        best.add(left[next]);
      }
      left[next] = left[size - 1];
    }
    return best;
  }

  private static boolean isPartOfAny(Candidate candidate, List<Candidate> better) {
    for (Candidate one : better) {
      if (one.form.contains(candidate.form)) {
        return true;
      }
    }
    return false;
  }

  private int collect(
      Map<String, Candidate> candidates, List<Word> words, double weight, int firstPlace) {
    int start = 0;
    while (start < words.size()) {
      int end = start;
      while (end < words.size() && PhraseGrammar.isPart(words.get(end))) {
        end++;
      }
      if (end > start) {
        collectAmong(candidates, words.subList(start, end), weight, firstPlace + start);
      }
      start = end + 1;
    }
    return firstPlace + words.size();
  }

  /// @param words all of which may be parts of phrases
  private void collectAmong(
      Map<String, Candidate> candidates, List<Word> words, double weight, int firstPlace) {
    double[] rarities = new double[words.size()];
    boolean[] ends = new boolean[words.size()];
    for (int i = 0; i < rarities.length; i++) {
      rarities[i] = statistics.inverseDocumentFrequency(words.get(i).form());
      ends[i] = PhraseGrammar.mayEnd(words.get(i));
    }
    for (int start = 0; start < words.size(); start++) {
      if (PhraseGrammar.mayStart(words.get(start))) {
        collectFrom(candidates, words, start, weight, firstPlace + start, rarities, ends);
      }
    }
  }

  private static void collectFrom(
      Map<String, Candidate> candidates,
      List<Word> words,
      int start,
      double weight,
      int place,
      double[] rarities,
      boolean[] ends) {
    String form = "";
    double rarity = 0;
    boolean hasVerb = false;
    int limit = Math.min(words.size(), start + LONGEST_PHRASE_WORDS);
    for (int end = start; end < limit; end++) {
      Word word = words.get(end);
      boolean adjoins = end == start || words.get(end - 1).end() == word.start();
      if (!adjoins || form.length() + word.form().length() > LONGEST_PHRASE) {
        return;
      }
      form = end == start ? word.form() : form.concat(word.form());
      rarity += rarities[end];
      hasVerb |= word.tag().equals("v");
      if (form.length() >= 2 && ends[end]) {
        Candidate candidate = candidates.get(form);
        if (candidate == null) {
          candidate = new Candidate(form, text(words, start, end), end - start + 1, place);
          candidates.put(form, candidate);
        }
        candidate.weight += weight;
        candidate.rarity = rarity;
        candidate.hasVerb = hasVerb;
      }
    }
  }

  private static String text(List<Word> words, int start, int end) {
    String text = words.get(start).text();
    for (int i = start + 1; i <= end; i++) {
      text = text.concat(words.get(i).text());
    }
    return text;
  }

  /// A phrase while it is being counted.
  private static final class Candidate {
    final String form;
    final String text;
    final int words;

    /// Number of the word it first stands at.
    final int first;

    double weight;
    double rarity;
    double score;
    boolean hasVerb;

    Candidate(String form, String text, int words, int first) {
      this.form = form;
      this.text = text;
      this.words = words;
      this.first = first;
    }

    /// No two candidates have one form.
    boolean isBetterThan(Candidate other) {
      return score > other.score || (score == other.score && form.compareTo(other.form) < 0);
    }
  }
}
