package io.wenliu.index.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class JourneyFactsTest {

  private static final DocumentId PAGE = DocumentId.of("daily", "1");
  private static final List<ArticleId> ARTICLES = ArticleId.ofHeadlines(PAGE, List.of("甲", "乙"));
  private static final ArticleId A = ARTICLES.getFirst();
  private static final ArticleId B = ARTICLES.getLast();

  @RepeatedTest(20)
  void eventsInAnyOrderAnyNumberOfTimesGiveTheSameFacts(RepetitionInfo repetition) {
    // Given
    List<JourneyEvent> events = new ArrayList<>();
    int second = 0;
    for (Step step : Step.values()) {
      events.add(event(null, Stage.INGEST, step, second++));
      events.add(event(A, Stage.INDEX, step, second++));
      events.add(event(B, Stage.EMBED, step, second++));
    }
    List<JourneyEvent> shuffled = new ArrayList<>(events);
    shuffled.addAll(events);
    Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));

    // When
    JourneyFacts facts = merged(shuffled);

    // Then
    assertThat(facts).isEqualTo(merged(events));
  }

  @Test
  void factsAreReadAsTheyWereStoredAndNoIdIsTheNameOfAField() {
    // Given
    JourneyFacts facts =
        merged(
                List.of(
                    indexed(null, 1),
                    indexed(A, 2),
                    event(B, Stage.ENRICH, Step.ENRICHED, 3),
                    event(B, Stage.INDEX, Step.FAILED, 4)))
            .withExpected(ARTICLES);

    // When
    String json = ContractJson.mapper().writeValueAsString(facts);

    // Then
    assertThat(ContractJson.mapper().readValue(json, JourneyFacts.class)).isEqualTo(facts);
    assertThat(json).doesNotContain("\"" + A.value() + "\":");
  }

  @Test
  void aPageIsSearchableWhenItsManifestAndAllItsArticlesAre() {
    // Given
    JourneyFacts facts =
        merged(List.of(indexed(null, 1), indexed(A, 2), indexed(B, 3))).withExpected(ARTICLES);

    // Then
    assertThat(facts.state()).isEqualTo(JourneyState.SEARCHABLE);
    assertThat(facts.searchableAt()).isEqualTo(Instant.ofEpochSecond(3));
  }

  @Test
  void aPageIsInFlightWhileOneArticleIsMissing() {
    assertThat(merged(List.of(indexed(null, 1), indexed(A, 2))).withExpected(ARTICLES).state())
        .isEqualTo(JourneyState.IN_FLIGHT);
  }

  @Test
  void aPageWithoutArticlesIsSearchableWithItsManifest() {
    assertThat(merged(List.of(indexed(null, 1))).withExpected(List.of()).state())
        .isEqualTo(JourneyState.SEARCHABLE);
  }

  @Test
  void aFailedArticleFailsThePageUntilItsDeadLetterIsReplayed() {
    // Given
    JourneyFacts failed =
        merged(List.of(indexed(null, 1), indexed(A, 2), event(B, Stage.ENRICH, Step.FAILED, 3)))
            .withExpected(ARTICLES);

    // Then
    assertThat(failed.state()).isEqualTo(JourneyState.FAILED);
    assertThat(failed.with(indexed(B, 9)).state()).isEqualTo(JourneyState.SEARCHABLE);
  }

  @Test
  void aReplayedFailureIsInFlightUntilItFailsAgain() {
    // Given
    JourneyFacts failed = merged(List.of(event(null, Stage.INGEST, Step.FAILED, 3)));
    JourneyFacts replayed = failed.with(event(null, Stage.INGEST, Step.REPLAYED, 5));

    // Then
    assertThat(failed.state()).isEqualTo(JourneyState.FAILED);
    assertThat(replayed.state()).isEqualTo(JourneyState.IN_FLIGHT);
    assertThat(replayed.with(event(null, Stage.INGEST, Step.FAILED, 7)).state())
        .isEqualTo(JourneyState.FAILED);
    assertThat(replayed.with(event(null, Stage.INGEST, Step.FAILED, 3))).isEqualTo(replayed);
  }

  @Test
  void aFailureInTheVectorsLaneIsNoneOfTheWords() {
    // Given
    JourneyFacts facts =
        merged(List.of(indexed(null, 1), indexed(A, 2), indexed(B, 3))).withExpected(ARTICLES);

    // Then
    assertThat(facts.with(event(A, Stage.EMBED, Step.FAILED, 1)).state())
        .isEqualTo(JourneyState.SEARCHABLE);
  }

  @Test
  void eachArticleIsCountedOnceByItsState() {
    // When
    Journey journey =
        Journey.of(
            PAGE,
            new Version(1),
            merged(List.of(indexed(null, 1), indexed(A, 2))).withExpected(ARTICLES));

    // Then
    assertThat(journey.searchable()).isEqualTo(1);
    assertThat(journey.inFlight()).isEqualTo(1);
    assertThat(journey.failed() + journey.superseded() + journey.withdrawn()).isZero();
  }

  @Test
  void whatTheIntakeHasNotToldOfIsInAStateAndNotAccepted() {
    // Given
    JourneyFacts facts =
        merged(List.of(event(A, Stage.INGEST, Step.EXTRACTED, 0), indexed(null, 1), indexed(A, 2)))
            .withExpected(ARTICLES);

    // When
    Journey journey = Journey.of(PAGE, new Version(1), facts);

    // Then
    assertThat(journey.accepted()).isFalse();
    assertThat(journey.acceptedArticles()).isEqualTo(1);
    assertThat(journey.searchable() + journey.inFlight()).isEqualTo(2);
  }

  @Test
  void whatWasReceivedRefusedOrTakenBackUnseenIsAccepted() {
    for (Step step : List.of(Step.RECEIVED, Step.FAILED, Step.WITHDRAWN)) {
      assertThat(merged(List.of(event(null, Stage.INGEST, step, 1))).isAccepted()).isTrue();
    }
    for (Step step : List.of(Step.EXTRACTED, Step.ENRICHED, Step.INDEXED, Step.SUPERSEDED)) {
      assertThat(merged(List.of(event(null, Stage.INDEX, step, 1))).isAccepted()).isFalse();
    }
  }

  @Test
  void aJourneyThatWasWrittenBeforeTheLedgerAskedWhatIsAcceptedIsRead() {
    // Given
    Journey journey = Journey.of(PAGE, new Version(1), merged(List.of(indexed(A, 2))));
    ObjectNode older = ContractJson.mapper().valueToTree(journey);
    older.remove(List.of("accepted", "acceptedArticles"));

    // When
    Journey read = ContractJson.mapper().treeToValue(older, Journey.class);

    // Then
    assertThat(read).isEqualTo(journey);
  }

  @Test
  void theArticlesOfASupersededPageAreSuperseded() {
    // When
    Journey journey =
        Journey.of(
            PAGE,
            new Version(1),
            merged(
                    List.of(
                        indexed(null, 1),
                        indexed(A, 2),
                        event(B, Stage.ENRICH, Step.FAILED, 3),
                        event(null, Stage.INDEX, Step.SUPERSEDED, 9)))
                .withExpected(ARTICLES));

    // Then
    assertThat(journey.state()).isEqualTo(JourneyState.SUPERSEDED);
    assertThat(journey.superseded()).isEqualTo(1);
    assertThat(journey.failed()).isEqualTo(1);
    assertThat(journey.searchable()).isZero();
  }

  @Test
  void theManifestsEventTellsWhichArticlesAreExpected() {
    // Given
    JourneyEvent first = listing(ARTICLES, 2);
    JourneyEvent second = listing(List.of(A), 3);

    // When
    JourneyFacts journey =
        merged(List.of(indexed(A, 1), first, event(null, Stage.INGEST, Step.EXTRACTED, 1), second));

    // Then
    assertThat(journey.needsManifest()).isFalse();
    assertThat(journey.expected()).isEqualTo(ARTICLES);
    assertThat(merged(List.of(second, first)).expected()).isEqualTo(ARTICLES);
    assertThat(journey.state()).isEqualTo(JourneyState.IN_FLIGHT);
    assertThat(journey.with(indexed(B, 3)).state()).isEqualTo(JourneyState.SEARCHABLE);
  }

  private static JourneyFacts merged(List<JourneyEvent> events) {
    JourneyFacts facts = JourneyFacts.NONE;
    for (JourneyEvent event : events) {
      facts = facts.with(event);
    }
    return facts;
  }

  private static JourneyEvent listing(List<ArticleId> articles, int second) {
    return new JourneyEvent(
        PAGE,
        new Version(1),
        null,
        Stage.INDEX,
        Step.INDEXED,
        null,
        Instant.ofEpochSecond(second),
        articles);
  }

  private static JourneyEvent indexed(@Nullable ArticleId article, int second) {
    return event(article, Stage.INDEX, Step.INDEXED, second);
  }

  private static JourneyEvent event(
      @Nullable ArticleId article, Stage stage, Step step, int second) {
    return new JourneyEvent(
        PAGE, new Version(1), article, stage, step, null, Instant.ofEpochSecond(second));
  }
}
