package io.wenliu.kafka.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.kafka.stage.StageSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class WenliuKafkaPropertiesTest {

  @EnableConfigurationProperties({WenliuKafkaProperties.class, ClaimStoreProperties.class})
  static class Settings {}

  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withUserConfiguration(Settings.class);

  @Test
  void defaults() {
    application.run(context -> {
      WenliuKafkaProperties properties = context.getBean(WenliuKafkaProperties.class);
      assertThat(properties)
          .isEqualTo(
              new WenliuKafkaProperties(
                  true,
                  6,
                  (short) -1,
                  DataSize.ofKilobytes(900),
                  Duration.ofSeconds(15),
                  Duration.ofSeconds(15),
                  Duration.ofMinutes(5),
                  Duration.ofSeconds(10),
                  Duration.ofSeconds(25),
                  new WenliuKafkaProperties.StageProperties(
                      1,
                      0,
                      200,
                      Duration.ofSeconds(60),
                      Duration.ofSeconds(30),
                      3,
                      Duration.ofMillis(200),
                      Duration.ofSeconds(10))));
      assertThat(properties.stage().settings()).isEqualTo(StageSettings.DEFAULTS);
      assertThat(context.getBean(ClaimStoreProperties.class))
          .isEqualTo(
              new ClaimStoreProperties(
                  Path.of(".wenliu/claims"),
                  DataSize.ofGigabytes(50),
                  Duration.ofHours(1),
                  Duration.ofHours(1)));
    });
  }

  @Test
  void everyKeyChangesItsField() {
    application
        .withPropertyValues(
            "wenliu.kafka.create-topics=false",
            "wenliu.kafka.partitions=2",
            "wenliu.kafka.replication-factor=3",
            "wenliu.kafka.max-value-size=10KB",
            "wenliu.kafka.transaction-timeout=1s",
            "wenliu.kafka.session-timeout=2s",
            "wenliu.kafka.max-poll-interval=9m",
            "wenliu.kafka.send-timeout=4s",
            "wenliu.kafka.shutdown-timeout=5s",
            "wenliu.kafka.stage.consumers=2",
            "wenliu.kafka.stage.threads=3",
            "wenliu.kafka.stage.batch-size=4",
            "wenliu.kafka.stage.record-time-limit=5s",
            "wenliu.kafka.stage.batch-time-limit=6s",
            "wenliu.kafka.stage.attempts=7",
            "wenliu.kafka.stage.first-retry=8ms",
            "wenliu.kafka.stage.max-retry=9s",
            "wenliu.claim-store.dir=/claims",
            "wenliu.claim-store.max-size=5MB",
            "wenliu.claim-store.collect-every=2h",
            "wenliu.claim-store.min-age=3h")
        .run(context -> {
          assertThat(context.getBean(WenliuKafkaProperties.class))
              .isEqualTo(
                  new WenliuKafkaProperties(
                      false,
                      2,
                      (short) 3,
                      DataSize.ofKilobytes(10),
                      Duration.ofSeconds(1),
                      Duration.ofSeconds(2),
                      Duration.ofMinutes(9),
                      Duration.ofSeconds(4),
                      Duration.ofSeconds(5),
                      new WenliuKafkaProperties.StageProperties(
                          2,
                          3,
                          4,
                          Duration.ofSeconds(5),
                          Duration.ofSeconds(6),
                          7,
                          Duration.ofMillis(8),
                          Duration.ofSeconds(9))));
          assertThat(context.getBean(ClaimStoreProperties.class).dir())
              .isEqualTo(Path.of("/claims"));
        });
  }

  @Test
  void theEnvironmentNamesTheClaimStore() {
    application
        .withInitializer(context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(
                    new org.springframework.core.env.SystemEnvironmentPropertySource(
                        "systemEnvironment",
                        java.util.Map.of("WENLIU_CLAIM_STORE_DIR", "/from-environment"))))
        .run(context ->
            assertThat(context.getBean(ClaimStoreProperties.class).dir())
                .isEqualTo(Path.of("/from-environment")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wenliu.kafka.partitions=0",
        "wenliu.kafka.max-value-size=2MB",
        "wenliu.kafka.max-poll-interval=90s",
        "wenliu.kafka.stage.record-time-limit=10m"
      })
  void aSettingThatCannotWorkStopsTheStart(String setting) {
    application.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
  }
}
