package io.wenliu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.gateway.access.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest {

  private static final JsonNode OPENAPI =
      JsonMapper.shared().readTree(Path.of("src/main/resources/static/openapi.json").toFile());

  @Test
  void describesExactlyTheOperationsTheDoorOpensFor() {
    // When
    Set<String> described = new TreeSet<>();
    OPENAPI
        .path("paths")
        .forEachEntry((path, operations) ->
            operations.forEachEntry((method, operation) ->
                described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

    // Then
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            ApiRoutes.OPERATIONS.stream()
                .map(operation -> operation.method() + " " + operation.path())
                .toList());
  }

  @Test
  void everyOperationDescribesItsParametersAndWhatItAnswersWhenItsServiceIsAway() {
    for (PublicOperation operation : ApiRoutes.OPERATIONS) {
      JsonNode described =
          OPENAPI
              .path("paths")
              .path(operation.path())
              .path(operation.method().name().toLowerCase(Locale.ROOT));
      assertThat(described.path("operationId").asString()).isNotBlank();
      assertThat(described.path("summary").asString()).isNotBlank();
      assertThat(described.path("responses").propertyNames()).contains("401", "403", "429", "503");
      assertThat(described.path("responses").has("504"))
          .isEqualTo(operation.transfer() != Transfer.STREAM);
      if (operation.path().contains("{documentId}")) {
        assertThat(described.path("parameters").toString()).contains("DocumentId");
      }
    }
  }

  @Test
  void everyOperationNamesTheRolesThatTheDoorAsksFor() {
    for (PublicOperation operation : ApiRoutes.OPERATIONS) {
      // When
      Map<String, Set<String>> roles = new TreeMap<>();
      OPENAPI
          .path("paths")
          .path(operation.path())
          .path(operation.method().name().toLowerCase(Locale.ROOT))
          .path("security")
          .forEach(way ->
              way.forEachEntry((scheme, names) ->
                  names.forEach(role ->
                      roles.computeIfAbsent(scheme, _ -> new TreeSet<>()).add(role.asString()))));

      // Then
      Set<String> asked =
          operation.roles().stream().map(Role::id).collect(Collectors.toCollection(TreeSet::new));
      assertThat(roles)
          .as(operation.path())
          .isEqualTo(Map.of("apiKey", asked, "bearer", asked, "session", asked));
      assertThat(OPENAPI.at("/components/securitySchemes").propertyNames())
          .containsExactlyInAnyOrderElementsOf(roles.keySet());
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    // When
    List<String> references = new ArrayList<>();
    collectReferences(OPENAPI, references);

    // Then
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference ->
            assertThat(OPENAPI.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
  }

  private static void collectReferences(JsonNode node, List<String> references) {
    if (node.isObject() && node.has("$ref")) {
      references.add(node.path("$ref").asString());
    }
    node.forEach(child -> collectReferences(child, references));
  }
}
