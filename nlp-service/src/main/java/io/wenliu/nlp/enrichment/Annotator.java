package io.wenliu.nlp.enrichment;

import java.util.Locale;

/// The parts of an enrichment; their names stand in metrics and in an article's failed annotators.
public enum Annotator {
  /// Segmentation: what every other part builds on.
  WORDS,
  /// Persons, places, organisations, works.
  NAMES,
  /// Times, amounts, quantities.
  VALUES,
  /// Who said what.
  QUOTES,
  /// What it is about, in phrases.
  KEYPHRASES,
  /// What it says, in two or three sentences.
  SUMMARY,
  /// IPTC Media Topics.
  TOPICS,
  /// News, opinion, policy, caption or brief.
  KIND,
  /// What finds reprints.
  SIGNATURE;

  /// As in metrics and messages: `names`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
