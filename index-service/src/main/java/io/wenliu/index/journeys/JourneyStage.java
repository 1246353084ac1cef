package io.wenliu.index.journeys;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.stage.StageDefinition;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this service consumes to keep the journeys.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JourneySettings.class)
class JourneyStage {

  @Bean
  StageDefinition journeyKeeping(JourneyKeeper keeper, JourneySettings settings) {
    return StageDefinition.ofBatches(Stage.JOURNEY, List.of(Topics.JOURNEY), keeper)
        .withSettings(stage -> stage.withConsumers(1).withBatchSize(settings.batchSize()));
  }
}
