package io.wenliu.index.alerts;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.index.stream.EventFeed;
import io.wenliu.kafka.stage.StageDefinition;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this service consumes to watch for alerts.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertSettings.class)
class AlertConfiguration {

  @Bean
  EventFeed<ShownMatch> matchFeed() {
    return new EventFeed<>();
  }

  @Bean
  StageDefinition alertStage(AlertMatching matching, AlertSettings settings) {
    return StageDefinition.ofBatches(Stage.ALERT, List.of(Topics.JOURNEY), matching)
        .withSettings(stage -> stage.withConsumers(1).withBatchSize(settings.batchSize()));
  }
}
