package io.wenliu.kafka.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wenliu.kafka.backlog.BacklogReader;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.claims.FileClaimStore;
import io.wenliu.kafka.collection.ClaimCollector;
import io.wenliu.kafka.deadletters.DeadLetterBox;
import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.kafka.stage.StageContainers;
import io.wenliu.kafka.stage.StageDefinition;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/// Runs every [StageDefinition] bean; gives a service [EventPublisher], [EventWriter] and
/// [ClaimStore].
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({WenliuKafkaProperties.class, ClaimStoreProperties.class})
public class WenliuKafkaAutoConfiguration {

  /// By which a service says when it did something. It decides nothing that others rely on: what is
  /// ordered by time is ordered by the broker's, see ADR 23.
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  ClaimStore claimStore(ClaimStoreProperties properties) {
    return FileClaimStore.open(properties.dir(), properties.maxSize().toBytes());
  }

  @Bean
  @ConditionalOnMissingBean
  EventWriter eventWriter(
      ClaimStore claims,
      WenliuKafkaProperties properties,
      @Value("${spring.application.name:service}") String service) {
    return new EventWriter(claims, (int) properties.maxValueSize().toBytes(), service);
  }

  @Bean
  PipelineClients pipelineClients(
      ConsumerFactory<?, ?> consumers,
      ProducerFactory<?, ?> producers,
      WenliuKafkaProperties properties,
      ObjectProvider<MeterRegistry> meters) {
    return new PipelineClients(
        consumers.getConfigurationProperties(),
        producers.getConfigurationProperties(),
        properties,
        meters.getIfAvailable(SimpleMeterRegistry::new));
  }

  @Bean
  @ConditionalOnMissingBean
  EventPublisher eventPublisher(
      PipelineClients clients, EventWriter writer, WenliuKafkaProperties properties) {
    return new EventPublisher(
        clients.plainProducers(), writer.forIntake(), properties.sendTimeout());
  }

  @Bean
  StageContainers stageContainers(
      ObjectProvider<StageDefinition> stages,
      PipelineClients clients,
      EventWriter writer,
      ClaimStore claims,
      KafkaAdmin admin,
      WenliuKafkaProperties properties,
      ObjectProvider<MeterRegistry> meters,
      Clock clock) {
    return new StageContainers(
        stages.orderedStream().toList(),
        properties.stage().settings(),
        clients,
        writer,
        claims,
        meters.getIfAvailable(SimpleMeterRegistry::new),
        new TopicPreparation(
            admin.getConfigurationProperties(),
            Duration.ofSeconds(admin.getOperationTimeout()),
            PipelineTopics.all(properties),
            properties.createTopics()),
        properties.shutdownTimeout(),
        clock);
  }

  /// Made where a service asks for it: it holds a connection.
  @Bean
  @Lazy
  DeadLetterBox deadLetterBox(PipelineClients clients, EventWriter writer, Clock clock) {
    return new DeadLetterBox(clients, writer, clock);
  }

  /// Made where a service asks for it, as well.
  @Bean
  @Lazy
  BacklogReader backlogReader(KafkaAdmin admin, PipelineClients clients) {
    return new BacklogReader(admin.getConfigurationProperties(), clients);
  }

  @Bean
  @Lazy
  ClaimCollector claimCollector(
      ClaimStore claims, PipelineClients clients, ClaimStoreProperties properties) {
    return new ClaimCollector(claims, clients, properties.minAge());
  }

  @Bean
  KafkaHealthIndicator kafkaHealthIndicator(KafkaAdmin admin, StageContainers stages) {
    return new KafkaHealthIndicator(admin, stages);
  }
}
