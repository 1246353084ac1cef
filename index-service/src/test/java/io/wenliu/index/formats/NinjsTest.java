package io.wenliu.index.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ContractJson;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Held to what ninjs-schema_3.1.json allows: no property beyond those of the standard, the types
/// and formats it asks for.
class NinjsTest {

  private static final Set<String> TEXTS =
      Set.of(
          "uri",
          "type",
          "representationType",
          "profile",
          "version",
          "firstCreated",
          "versionCreated",
          "contentCreated",
          "pubStatus",
          "language",
          "title",
          "by");

  private static final Map<String, Set<String>> LISTS =
      Map.of(
          "headlines", Set.of("role", "contentType", "value"),
          "descriptions", Set.of("role", "contentType", "value"),
          "bodies", Set.of("role", "contentType", "charCount", "wordCount", "value"),
          "people", Set.of("name", "rel", "uri", "literal", "contactInfo"),
          "organisations", Set.of("name", "rel", "uri", "literal", "symbols", "contactInfo"),
          "places", Set.of("name", "rel", "uri", "literal", "contactInfo", "geoJSON"),
          "objects", Set.of("name", "rel", "uri", "literal"),
          "infoSources", Set.of("name", "role", "uri", "literal", "contactInfo"),
          "genres", Set.of("name", "uri", "literal"),
          "altIds", Set.of("role", "value"));

  private static final Set<String> SUBJECT =
      Set.of("name", "rel", "uri", "literal", "creator", "relevance", "confidence");

  static Stream<PublishedArticle> articles() {
    return Stream.of(PublishedArticles.FULL, PublishedArticles.BARE);
  }

  @ParameterizedTest
  @MethodSource("articles")
  void everyPropertyIsOneOfTheStandardAndOfItsType(PublishedArticle article) {
    // When
    JsonNode ninjs = ContractJson.mapper().valueToTree(Ninjs.of(article));

    // Then
    assertThat(URI.create(ninjs.path("uri").asString()).getScheme()).isEqualTo("urn");
    assertThat(ninjs.path("pubStatus").asString()).isIn("usable", "withheld", "canceled");
    assertThat(ninjs.path("representationType").asString()).isIn("full", "partial");
    ninjs.forEachEntry((name, value) -> {
      switch (name) {
        case "standard" ->
            assertThat(value.propertyNames()).containsOnly("name", "version", "schema");
        case "subjects" ->
            value.forEach(item -> {
              assertThat(item.propertyNames()).isSubsetOf(SUBJECT);
              if (item.has("confidence")) {
                assertThat(item.path("confidence").isInt()).isTrue();
                assertThat(item.path("confidence").asInt()).isBetween(0, 100);
              }
            });
        default -> {
          if (LISTS.containsKey(name)) {
            assertThat(value).isNotEmpty();
            value.forEach(item ->
                assertThat(item.propertyNames()).isSubsetOf(LISTS.getOrDefault(name, Set.of())));
          } else {
            assertThat(TEXTS).contains(name);
            assertThat(value.isString()).as(name).isTrue();
          }
        }
      }
    });
    for (String time : List.of("firstCreated", "versionCreated", "contentCreated")) {
      if (ninjs.has(time)) {
        assertThat(OffsetDateTime.parse(ninjs.path(time).asString())).isNotNull();
      }
    }
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
