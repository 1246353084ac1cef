package io.wenliu.nlp.settings;

/// What an instance of the service does; it may play several roles.
public enum Role {
  /// Finds words, names, quotes, keyphrases of articles.
  ENRICH,
  /// Turns enriched articles into vectors.
  EMBED,
  /// Turns queries into vectors.
  QUERY
}
