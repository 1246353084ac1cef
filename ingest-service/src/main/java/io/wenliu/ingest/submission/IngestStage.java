package io.wenliu.ingest.submission;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.ingest.IngestProperties;
import io.wenliu.ingest.article.ArticleCutter;
import io.wenliu.ingest.extract.TextExtractor;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.stage.StageDefinition;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this service consumes.
@Configuration(proxyBeanMethods = false)
class IngestStage {

  @Bean
  StageDefinition submissions(
      ClaimStore claims, TextExtractor extractor, IngestProperties properties, Clock clock) {
    SubmissionStage stage =
        new SubmissionStage(
            new SubmissionReader(claims), extractor, new ArticleCutter(), properties, clock);
    return StageDefinition.ofRecords(Stage.INGEST, List.of(Topics.SUBMISSIONS), stage);
  }

  @Bean
  StageDefinition backfillSubmissions(@Qualifier("submissions") StageDefinition submissions) {
    return submissions.forBackfill(List.of(Topics.SUBMISSIONS_BACKFILL));
  }
}
