package io.wenliu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {

  private static final Path FILE = Path.of("../docs/asyncapi.yaml");
  private static final JsonNode API =
      YAMLMapper.builder().build().readTree(GoldenFiles.bytes(FILE));

  @Test
  void itsChannelsAreTheTopicsOfTheCode() {
    // When
    List<String> addresses =
        API.get("channels")
            .valueStream()
            .map(channel -> channel.get("address").asString())
            .toList();

    // Then
    assertThat(addresses)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Topics.ALL.stream(), Arrays.stream(Stage.values()).map(Topics::deadLetters))
                .toList());
  }

  @Test
  void itsMessagesAreTheMessageTypesOfTheCodeWithTheirSchemas() throws Exception {
    // When
    Map<String, Path> schemas = new LinkedHashMap<>();
    for (JsonNode message : API.at("/components/messages")) {
      if (message.has("name")) {
        Path schema = FILE.resolveSibling(message.at("/payload/schema/$ref").asString());
        schemas.put(message.get("name").asString(), schema.toRealPath());
      }
    }

    // Then
    Map<String, Path> expected = new LinkedHashMap<>();
    for (MessageType type : MessageType.values()) {
      expected.put(type.id(), MessageSchemas.file(type).toRealPath());
    }
    assertThat(schemas).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void everyMessageTravelsOnAChannelAndEveryReferenceResolves() {
    // When
    List<String> used =
        API.get("channels")
            .valueStream()
            .flatMap(channel -> channel.get("messages").valueStream())
            .map(message -> message.get("$ref").asString())
            .toList();

    // Then
    assertThat(used)
        .allSatisfy(reference -> assertThat(API.at(reference.substring(1)).isObject()).isTrue());
    assertThat(API.at("/components/messages").propertyNames())
        .allSatisfy(name -> assertThat(used).contains("#/components/messages/" + name));
    assertThat(API.get("operations").valueStream())
        .allSatisfy(operation ->
            assertThat(API.at(operation.at("/channel/$ref").asString().substring(1)).isObject())
                .isTrue());
  }
}
