package io.wenliu.kafka.stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A service of one stage, as one instance of it would run.
@EnableAutoConfiguration
class StageApplication {

  static ConfigurableApplicationContext start(
      KafkaBroker broker, Path claims, StageDefinition stage, String... settings) {
    return start(broker, claims, List.of(stage), settings);
  }

  static ConfigurableApplicationContext start(
      KafkaBroker broker, Path claims, List<StageDefinition> stages, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.kafka.bootstrap-servers=" + broker.addresses(),
                "--spring.application.name=" + stages.getFirst().stage().id(),
                "--wenliu.claim-store.dir=" + claims,
                "--wenliu.kafka.partitions=3",
                "--wenliu.kafka.session-timeout=6s",
                "--wenliu.kafka.stage.first-retry=20ms",
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off"));
    arguments.addAll(List.of(settings));
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(StageApplication.class)
            .web(WebApplicationType.NONE)
            .initializers(started ->
                stages.forEach(stage ->
                    ((GenericApplicationContext) started)
                        .registerBean(stage.group(), StageDefinition.class, () -> stage)))
            .run(arguments.toArray(String[]::new));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> context.getBean(StageContainers.class).allConsuming());
    return context;
  }
}
