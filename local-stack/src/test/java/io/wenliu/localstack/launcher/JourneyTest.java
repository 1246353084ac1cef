package io.wenliu.localstack.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ContractJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JourneyTest {

  @Test
  void documentWithOneArticleStillOnItsWayIsNotSearchable() {
    // When
    var journey =
        journey(
            """
            {"state": "in-flight", "articles": [
              {"id": "a", "state": "searchable"}, {"id": "b", "state": "in-flight"}]}
            """);

    // Then
    assertThat(journey.isSearchable()).isFalse();
    assertThat(journey.articles()).containsExactly("a", "b");
    assertThat(journey.searchable()).containsExactly("a");
  }

  @Test
  void failedDocumentIsTold() {
    assertThat(journey("{\"state\": \"failed\", \"articles\": []}").hasFailed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"withdrawn", "superseded"})
  void documentThatWasTakenBackIsWaitedForNoLonger(String state) {
    // When
    var journey = journey("{\"state\": \"" + state + "\", \"articles\": []}");

    // Then
    assertThat(journey.isOver()).isTrue();
    assertThat(journey.isSearchable()).isFalse();
  }

  private static Journey journey(String json) {
    return Journey.of(ContractJson.read(json.getBytes(UTF_8), JsonNode.class));
  }
}
