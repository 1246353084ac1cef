package io.wenliu.nlp.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.stage.StageDefinition;
import io.wenliu.nlp.lanes.Precedence;
import io.wenliu.nlp.settings.ConditionalOnRole;
import io.wenliu.nlp.settings.NlpProperties;
import io.wenliu.nlp.settings.Role;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The sentence model, for the roles that need it, and the role `embed`.
@Configuration(proxyBeanMethods = false)
class EmbeddingConfiguration {

  @Bean
  @ConditionalOnRole({Role.EMBED, Role.QUERY})
  SentenceModel sentenceModel() {
    SentenceModel model = SentenceModel.load();
    // The first run allocates what the later ones use again.
    model.embed("新闻编辑室怎样使用人工智能？");
    return model;
  }

  @Bean
  @ConditionalOnRole(Role.EMBED)
  DocumentEmbedder documentEmbedder(
      SentenceModel model, Precedence precedence, NlpProperties properties, MeterRegistry meters) {
    return new DocumentEmbedder(model, precedence, properties.embedding(), meters);
  }

  @Bean
  @ConditionalOnRole(Role.EMBED)
  StageDefinition embedStage(DocumentEmbedder embedder, NlpProperties properties) {
    int pollSize = properties.embedding().pollSize();
    return StageDefinition.ofBatches(
            Stage.EMBED, List.of(Topics.ENRICHED), new EmbeddingStage(embedder))
        .withSettings(settings -> settings.withBatchSize(pollSize));
  }

  @Bean
  @ConditionalOnRole(Role.EMBED)
  StageDefinition embedBackfillStage(@Qualifier("embedStage") StageDefinition embedStage) {
    return embedStage.forBackfill(List.of(Topics.ENRICHED_BACKFILL));
  }
}
