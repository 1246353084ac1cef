package io.wenliu.index.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ContractJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NinjsTest {

  static Stream<PublishedArticle> articles() {
    return Stream.of(PublishedArticles.FULL, PublishedArticles.BARE);
  }

  @ParameterizedTest
  @MethodSource("articles")
  void anItemKeepsToTheStandard(PublishedArticle article) {
    // When
    JsonNode ninjs = ContractJson.mapper().valueToTree(Ninjs.of(article));

    // Then
    assertThat(NinjsSchema.violations(ninjs)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'uri': 'no address'}",
        "{'uri': 'urn:a:b', 'versioncreated': '2025-03-18T01:02:03Z'}",
        "{'uri': 'urn:a:b', 'contentCreated': '2025-03-18'}",
        "{'uri': 'urn:a:b', 'bodies': [{'role': 'main'}]}",
        "{'uri': 'urn:a:b', 'version': 3}",
        "{'uri': 'urn:a:b', 'subjects': [{'confidence': 88.5}]}",
      })
  void whatBreaksTheStandardIsSeen(String item) {
    assertThat(NinjsSchema.violations(ContractJson.mapper().readTree(item.replace('\'', '"'))))
        .isNotEmpty();
  }

  @Test
  void whatTheArticleHasStandsInItsPlace() {
    // When
    JsonNode ninjs = ContractJson.mapper().valueToTree(Ninjs.of(PublishedArticles.FULL));

    // Then
    assertThat(ninjs.path("contentCreated").asString()).isEqualTo("2025-03-18T00:00:00+08:00");
    assertThat(ninjs.path("by").asString()).isEqualTo("林晓雨、高文");
    assertThat(ninjs.path("bodies").path(0).path("charCount").asInt()).isEqualTo(21);
    assertThat(ninjs.path("subjects").path(0).path("uri").asString())
        .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/20000763");
    assertThat(ninjs.path("subjects").path(0).path("confidence").asInt()).isEqualTo(88);
    assertThat(ninjs.path("organisations").path(0).path("name").asString()).isEqualTo("市渔业局");
  }
}
