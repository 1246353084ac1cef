package io.wenliu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {

  @ParameterizedTest
  @ValueSource(strings = {"docker-compose.yml", "deploy/kubernetes/nlp-service.yaml"})
  void containersRunTheAnnotatorsWithTheOptionsOfTheLocalStack(String file) throws IOException {
    // When
    String deployment = Files.readString(Path.of("..", file));

    // Then
    assertThat(Service.NLP.options()).contains("-Xmx512m");
    assertThat(deployment).contains(Service.NLP.compilerOptions());
  }

  @Test
  void linuxHearsThatComputingGivesWayToAnswering() throws IOException {
    // When
    String compose = Files.readString(Path.of("../docker-compose.yml"));

    // Then
    assertThat(Service.NLP.options()).contains(Service.PRIORITIES);
    assertThat(Service.INGEST.options()).contains(Service.PRIORITIES);
    assertThat(Service.INDEX.options()).doesNotContain(Service.PRIORITIES);
    assertThat(compose).contains(Service.PRIORITIES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-compose.yml", "deploy/kubernetes/index-service.yaml"})
  void containersGiveTheIndexersBatchesTheRoomOfTheLocalStack(String file) throws IOException {
    // When
    String deployment = Files.readString(Path.of("..", file));

    // Then
    assertThat(Service.INDEX.options()).contains("-Xmx600m", "-XX:NewRatio=1");
    assertThat(deployment).contains("-XX:NewRatio=1");
  }
}
