package io.wenliu.index.journeys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Version;
import io.wenliu.index.journeys.JourneyFacts.FactName;
import io.wenliu.index.journeys.JourneyFacts.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a document's newest version is, as its submitter asks for it.
///
/// @param source null until its manifest has come
/// @param ownId the source's own id; null when it gave none
/// @param name the file's name; null when absent
/// @param expectedArticles null until its manifest has come
/// @param versions of the document, the newest first: this one and at most some older ones
/// @param events in the order of time, at most [#MOST_EVENTS]
@JsonInclude(JsonInclude.Include.ALWAYS)
record JourneyAnswer(
    DocumentId documentId,
    Version version,
    @Nullable String source,
    @Nullable String ownId,
    @Nullable String name,
    JourneyState state,
    @Nullable Instant receivedAt,
    @Nullable Instant searchableAt,
    @Nullable Integer expectedArticles,
    List<ArticleJourney> articles,
    List<DocumentVersion> versions,
    List<Event> events) {

  static final int MOST_EVENTS = 500;

  /// Where one of its articles is.
  ///
  /// @param headline null until it is searchable
  /// @param reason of the failure or withdrawal; null when there is none
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ArticleJourney(
      ArticleId id,
      @Nullable String headline,
      JourneyState state,
      @Nullable Instant extractedAt,
      @Nullable Instant enrichedAt,
      @Nullable Instant indexedAt,
      @Nullable Instant embeddedAt,
      @Nullable String reason) {}

  /// One version of the document in short.
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DocumentVersion(
      Version version,
      JourneyState state,
      @Nullable Instant receivedAt,
      @Nullable Instant searchableAt) {

    static DocumentVersion of(Journey journey) {
      return new DocumentVersion(
          journey.version(), journey.state(), journey.receivedAt(), journey.searchableAt());
    }
  }

  /// Something that happened.
  ///
  /// @param articleId null when it is about the whole document
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Event(
      Instant at, Stage stage, Step step, @Nullable ArticleId articleId, @Nullable String reason) {}

  /// What the document's record adds to its journey.
  record Origin(
      Version version,
      @Nullable String source,
      @Nullable String ownId,
      @Nullable String name,
      @Nullable Instant receivedAt) {}

  /// @param versions the newest first; at least one
  static JourneyAnswer of(
      List<Journey> versions, @Nullable Origin origin, Map<String, String> headlines) {
    Journey journey = versions.getFirst();
    JourneyFacts facts = journey.facts();
    List<ArticleId> expected = facts.expected();
    Set<ArticleId> ids = new LinkedHashSet<>(expected == null ? List.of() : expected);
    ids.addAll(facts.articles().keySet());
    Instant receivedAt = journey.receivedAt();
    return new JourneyAnswer(
        journey.documentId(),
        journey.version(),
        origin == null ? null : origin.source(),
        origin == null ? null : origin.ownId(),
        origin == null ? null : origin.name(),
        journey.state(),
        receivedAt == null && origin != null ? origin.receivedAt() : receivedAt,
        journey.searchableAt(),
        expected == null ? null : expected.size(),
        ids.stream().map(id -> article(id, facts, headlines.get(id.value()))).toList(),
        versions.stream().map(DocumentVersion::of).toList(),
        events(facts));
  }

  private static ArticleJourney article(
      ArticleId id, JourneyFacts facts, @Nullable String headline) {
    Map<FactName, Moment> known = facts.articles().getOrDefault(id, Map.of());
    JourneyState state = facts.stateOf(id);
    return new ArticleJourney(
        id,
        headline,
        state,
        time(known, FactName.EXTRACTED),
        time(known, FactName.ENRICHED),
        time(known, FactName.INDEXED),
        time(known, FactName.EMBEDDED),
        reason(known, state));
  }

  private static @Nullable Instant time(Map<FactName, Moment> known, FactName name) {
    Moment moment = known.get(name);
    return moment == null ? null : moment.at();
  }

  private static @Nullable String reason(Map<FactName, Moment> known, JourneyState state) {
    Moment moment =
        switch (state) {
          case FAILED -> known.get(FactName.FAILED);
          case WITHDRAWN -> known.get(FactName.WITHDRAWN);
          case IN_FLIGHT, SEARCHABLE, SUPERSEDED -> known.get(FactName.EMBEDDING_FAILED);
        };
    return moment == null ? null : moment.reason();
  }

  private static List<Event> events(JourneyFacts facts) {
    List<Event> events = new ArrayList<>();
    facts.document().forEach((name, moment) -> events.add(event(name, moment, null)));
    facts
        .articles()
        .forEach((article, known) ->
            known.forEach((name, moment) -> events.add(event(name, moment, article))));
    return events.stream().sorted(Comparator.comparing(Event::at)).limit(MOST_EVENTS).toList();
  }

  private static Event event(FactName name, Moment moment, @Nullable ArticleId article) {
    return new Event(moment.at(), moment.stage(), name.step(), article, moment.reason());
  }
}
