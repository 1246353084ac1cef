package io.wenliu.index.journeys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One document version's journey as the index `journeys` keeps it: the facts, and beside them what
/// the ledger counts.
///
/// @param version 0 where something failed before a version was known
/// @param accepted whether the pipeline was told how it came
/// @param acceptedArticles how many of its articles were told to have been cut out, whatever became
///   of them
/// @param searchable how many of its articles are in this state, as the next four
public record Journey(
    DocumentId documentId,
    Version version,
    JourneyState state,
    @Nullable Instant receivedAt,
    @Nullable Instant searchableAt,
    boolean accepted,
    int acceptedArticles,
    int searchable,
    int superseded,
    int withdrawn,
    int failed,
    int inFlight,
    JourneyFacts facts) {

  /// As it is read: what stands beside the facts, for the ledger alone, follows from them.
  @JsonCreator
  static Journey of(
      @JsonProperty("documentId") DocumentId document,
      @JsonProperty("version") Version version,
      @JsonProperty("facts") JourneyFacts facts) {
    Set<ArticleId> articles = new LinkedHashSet<>(facts.articles().keySet());
    if (facts.expected() != null) {
      articles.addAll(facts.expected());
    }
    Map<JourneyState, Integer> counts = new EnumMap<>(JourneyState.class);
    for (ArticleId article : articles) {
      counts.merge(facts.stateOf(article), 1, Integer::sum);
    }
    return new Journey(
        document,
        version,
        facts.state(),
        facts.receivedAt(),
        facts.searchableAt(),
        facts.isAccepted(),
        facts.acceptedArticles(),
        counts.getOrDefault(JourneyState.SEARCHABLE, 0),
        counts.getOrDefault(JourneyState.SUPERSEDED, 0),
        counts.getOrDefault(JourneyState.WITHDRAWN, 0),
        counts.getOrDefault(JourneyState.FAILED, 0),
        counts.getOrDefault(JourneyState.IN_FLIGHT, 0),
        facts);
  }

  /// The id in the index.
  static String id(DocumentId document, Version version) {
    return document.value() + "-" + version.value();
  }
}
