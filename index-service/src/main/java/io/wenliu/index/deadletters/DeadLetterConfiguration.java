package io.wenliu.index.deadletters;

import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.deadletters.DeadLetterTail;
import io.wenliu.kafka.stage.StageClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Follows the dead letters of all stages.
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

  @Bean
  DeadLetterTail deadLetterTail(StageClients clients, ClaimStore claims, DeadLetterKeeper keeper) {
    return new DeadLetterTail(clients, claims, keeper);
  }
}
