package io.wenliu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.ingest.extract.AcceptedTypes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class IngestPropertiesTest {

  @EnableConfigurationProperties(IngestProperties.class)
  static class Settings {}

  private final ApplicationContextRunner bare =
      new ApplicationContextRunner().withUserConfiguration(Settings.class);

  private static final IngestProperties DEFAULTS =
      new IngestProperties(
          DataSize.ofMegabytes(100),
          1_000_000,
          2_000,
          300_000,
          0,
          AcceptedTypes.DEFAULTS,
          new IngestProperties.Parser(2, DataSize.ofMegabytes(256), Duration.ofSeconds(45), 500));

  @Test
  void defaultsAreTheSameInCodeAndInTheFileThatShowsThem() {
    bare.run(context -> assertThat(context.getBean(IngestProperties.class)).isEqualTo(DEFAULTS));
    bare.withInitializer(new ConfigDataApplicationContextInitializer())
        .run(context -> assertThat(context.getBean(IngestProperties.class)).isEqualTo(DEFAULTS));
  }

  @Test
  void everyKeyChangesItsField() {
    bare.withPropertyValues(
            "wenliu.ingest.max-file-size=7MB",
            "wenliu.ingest.max-characters=8",
            "wenliu.ingest.max-articles=9",
            "wenliu.ingest.max-page-text=11",
            "wenliu.ingest.revision=12",
            "wenliu.ingest.accepted-types=text/plain,application/pdf",
            "wenliu.ingest.parser.processes=3",
            "wenliu.ingest.parser.max-heap=64MB",
            "wenliu.ingest.parser.time-limit=9s",
            "wenliu.ingest.parser.files-per-process=10")
        .run(context ->
            assertThat(context.getBean(IngestProperties.class))
                .isEqualTo(
                    new IngestProperties(
                        DataSize.ofMegabytes(7),
                        8,
                        9,
                        11,
                        12,
                        List.of("text/plain", "application/pdf"),
                        new IngestProperties.Parser(
                            3, DataSize.ofMegabytes(64), Duration.ofSeconds(9), 10))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wenliu.ingest.max-file-size=0B",
        "wenliu.ingest.max-file-size=2GB",
        "wenliu.ingest.max-characters=0",
        "wenliu.ingest.max-articles=0",
        "wenliu.ingest.revision=1023",
        "wenliu.ingest.parser.processes=0",
        "wenliu.ingest.parser.files-per-process=0"
      })
  void aSettingThatCannotWorkStopsTheStart(String setting) {
    bare.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
  }
}
