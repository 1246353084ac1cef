package io.wenliu.nlp.enrichment;

import io.micrometer.core.instrument.MeterRegistry;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.stage.StageDefinition;
import io.wenliu.nlp.lanes.Precedence;
import io.wenliu.nlp.settings.ConditionalOnRole;
import io.wenliu.nlp.settings.NlpProperties;
import io.wenliu.nlp.settings.Role;
import io.wenliu.text.Segmenter;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The role `enrich`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.ENRICH)
class EnrichmentConfiguration {

  @Bean
  Segmenter segmenter(NlpProperties properties) {
    return properties.userDictionary() == null
        ? Segmenter.standard()
        : Segmenter.withUserDictionary(properties.userDictionary());
  }

  @Bean
  DictionaryWatch dictionaryWatch(Segmenter segmenter, NlpProperties properties) {
    return new DictionaryWatch(
        segmenter, properties.userDictionary() != null, properties.dictionaryInterval());
  }

  @Bean
  ArticleEnricher articleEnricher(Segmenter segmenter, MeterRegistry meters) {
    return ArticleEnricher.warmedUp(segmenter, new AnnotatorMetrics(meters));
  }

  @Bean
  StageDefinition enrichStage(ArticleEnricher enricher, Precedence precedence, Clock clock) {
    return StageDefinition.ofMessages(
        Stage.ENRICH, List.of(Topics.ARTICLES), new EnrichmentStage(enricher, precedence, clock));
  }

  @Bean
  StageDefinition enrichBackfillStage(@Qualifier("enrichStage") StageDefinition enrichStage) {
    return enrichStage.forBackfill(List.of(Topics.ARTICLES_BACKFILL));
  }
}
