package io.wenliu.nlp.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenliu.nlp.settings.NlpProperties.EmbeddingProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NlpPropertiesTest {

  @Test
  void withoutAnySettingTheDefaultsHold() {
    // When
    NlpProperties properties = bind(Map.of());

    // Then
    assertThat(properties)
        .isEqualTo(
            new NlpProperties(
                Set.of(Role.ENRICH, Role.EMBED, Role.QUERY),
                null,
                Duration.ofSeconds(10),
                new EmbeddingProperties(2, 1, 64, Duration.ofMillis(300), Duration.ofSeconds(20))));
  }

  @Test
  void everyKeyChangesItsField() {
    // When
    NlpProperties properties =
        bind(
            Map.of(
                "wenliu.nlp.roles", "query",
                "wenliu.nlp.user-dictionary", "/tmp/words.txt",
                "wenliu.nlp.dictionary-interval", "3s",
                "wenliu.nlp.embedding.callers", "1",
                "wenliu.nlp.embedding.batch-size", "9",
                "wenliu.nlp.embedding.poll-size", "17",
                "wenliu.nlp.embedding.after-words", "1s",
                "wenliu.nlp.embedding.patience", "5s"));

    // Then
    assertThat(properties)
        .isEqualTo(
            new NlpProperties(
                Set.of(Role.QUERY),
                Path.of("/tmp/words.txt"),
                Duration.ofSeconds(3),
                new EmbeddingProperties(1, 9, 17, Duration.ofSeconds(1), Duration.ofSeconds(5))));
  }

  @ParameterizedTest
  @CsvSource({
    "wenliu.nlp.roles, sing",
    "wenliu.nlp.dictionary-interval, 0s",
    "wenliu.nlp.embedding.callers, 0",
    "wenliu.nlp.embedding.batch-size, 0",
    "wenliu.nlp.embedding.poll-size, 0",
  })
  void whatCannotWorkIsRefused(String key, String value) {
    assertThatThrownBy(() -> bind(Map.of(key, value))).isInstanceOf(BindException.class);
  }

  private static NlpProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("wenliu.nlp", NlpProperties.class);
  }
}
