package io.wenliu.index.indexing;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.stage.StageDefinition;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this service consumes to write to the index.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexingSettings.class)
class IndexingStages {

  @Bean
  StageDefinition articleIndexing(ArticleIndexer indexer, IndexingSettings settings) {
    return StageDefinition.ofBatches(Stage.INDEX, List.of(Topics.ENRICHED), indexer)
        .withSettings(
            stage -> stage.withConsumers(settings.consumers()).withBatchSize(settings.batchSize()));
  }

  @Bean
  StageDefinition backfillIndexing(@Qualifier("articleIndexing") StageDefinition articleIndexing) {
    return articleIndexing.forBackfill(List.of(Topics.ENRICHED_BACKFILL));
  }

  @Bean
  StageDefinition vectorIndexing(VectorIndexer indexer, IndexingSettings settings) {
    return StageDefinition.ofBatches(Stage.INDEX_VECTORS, List.of(Topics.EMBEDDED), indexer)
        .withSettings(stage -> stage.withConsumers(1).withBatchSize(settings.vectorBatchSize()));
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    // Elasticsearch keeps milliseconds.
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
