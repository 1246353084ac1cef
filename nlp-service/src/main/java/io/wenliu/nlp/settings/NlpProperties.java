package io.wenliu.nlp.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings `wenliu.nlp.*`.
///
/// @param roles that this instance plays
/// @param userDictionary words of the newsroom's own, a line each; null for none
/// @param dictionaryInterval how often the file is looked at for changes
/// @param embedding how the vectors are made
@ConfigurationProperties("wenliu.nlp")
public record NlpProperties(
    @DefaultValue({"enrich", "embed", "query"}) Set<Role> roles,
    @Nullable Path userDictionary,
    @DefaultValue("10s") Duration dictionaryInterval,
    @DefaultValue EmbeddingProperties embedding) {

  /// @throws IllegalArgumentException if there is no role, or the interval is not positive
  public NlpProperties {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(
          "wenliu.nlp.roles must name at least one of enrich, embed, query");
    }
    if (!dictionaryInterval.isPositive()) {
      throw new IllegalArgumentException("wenliu.nlp.dictionary-interval must be positive");
    }
  }

  /// Settings `wenliu.nlp.embedding.*`.
  ///
  /// @param callers threads that compute vectors, each on one core
  /// @param batchSize most texts that are computed together; they are of similar length. A text
  ///   alone has the same vector whatever came with it, and fits the processor's cache
  /// @param pollSize most articles of one transaction
  /// @param afterWords how long no words must have been worked on before vectors go on
  /// @param patience how long vectors wait for the words before they hand their articles back to
  ///   Kafka and come again later
  public record EmbeddingProperties(
      @DefaultValue("2") int callers,
      @DefaultValue("1") int batchSize,
      @DefaultValue("64") int pollSize,
      @DefaultValue("300ms") Duration afterWords,
      @DefaultValue("20s") Duration patience) {

    /// @throws IllegalArgumentException if a number is below 1
    public EmbeddingProperties {
      if (callers < 1 || batchSize < 1 || pollSize < 1) {
        throw new IllegalArgumentException(
            "wenliu.nlp.embedding.callers, batch-size and poll-size must be at least 1");
      }
    }
  }
}
