package io.wenliu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MessageSchemasTest {

  static List<Path> schemas() {
    return GoldenFiles.list(MessageSchemas.FOLDER);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everySchemaFollowsItsMetaSchema(Path file) {
    // Given
    JsonNode schema = GoldenFiles.read(file);

    // Then
    assertThat(schema.path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(MessageSchemas.violationsOfMetaSchema(schema)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MessageType.class)
  void aSchemaHasTheFieldsOfItsRecordAndNoOther(MessageType type) {
    assertThat(SchemaShape.of(MessageSchemas.file(type)))
        .containsExactlyElementsOf(RecordShape.of(type.message()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":{\"kind\":\"pages\",\"pages\":[{\"text\":\"夜校\"}]}}",
        "{\"source\":\"county daily\",\"content\":{\"kind\":\"pages\",\"pages\":[{\"text\":\"夜校\"}]}}",
        "{\"source\":\"daily\"}",
        "{\"source\":\"daily\",\"content\":{\"kind\":\"rumour\"}}",
        "{\"source\":\"daily\",\"content\":{\"kind\":\"pages\",\"pages\":[]}}",
        "{\"source\":\"daily\",\"content\":{\"kind\":\"pages\",\"pages\":[{}]}}",
        "{\"source\":\"daily\",\"content\":{\"kind\":\"file\",\"name\":\"a.txt\"}}",
        "{\"source\":\"daily\",\"content\":{\"kind\":\"file\",\"data\":\"5aSc\",\"claim\":{\"sha256\":\""
            + "00000000000000000000000000000000000000000000000000000000000000ff\",\"size\":1}}}",
        "{\"source\":\"daily\",\"content\":{\"kind\":\"file\",\"claim\":{\"sha256\":\"/etc/passwd\",\"size\":1}}}",
        "{\"source\":\"daily\",\"version\":-1,\"content\":{\"kind\":\"file\",\"data\":\"5aSc\"}}",
        "{\"source\":\"daily\",\"version\":4398046511104,\"content\":{\"kind\":\"file\",\"data\":\"5aSc\"}}",
        "{\"source\":\"daily\",\"eventTime\":\"yesterday\",\"content\":{\"kind\":\"file\",\"data\":\"5aSc\"}}",
        "{\"source\":\"daily\",\"content\":{\"kind\":\"article\",\"article\":{\"paragraphs\":[\"夜校\"]}}}",
        "{\"source\":\"daily\",\"content\":{\"kind\":\"article\",\"article\":{\"headline\":\"夜校\","
            + "\"published\":\"2025/03/18\"}}}",
        "{\"source\":\"daily\",\"content\":{\"kind\":\"article\",\"article\":{\"headline\":\"夜校\","
            + "\"outline\":[{\"level\":0,\"text\":\"一、课\",\"paragraph\":0}]}}}",
      })
  void schemaAndRecordRefuseTheSameBrokenSubmissions(String json) {
    // Then
    assertThat(
            MessageSchemas.violations(MessageType.SUBMISSION, ContractJson.mapper().readTree(json)))
        .isNotEmpty();
    assertThatExceptionOfType(UnreadableMessageException.class)
        .isThrownBy(
            () -> ContractJson.read(json.getBytes(StandardCharsets.UTF_8), Submission.class));
  }
}
