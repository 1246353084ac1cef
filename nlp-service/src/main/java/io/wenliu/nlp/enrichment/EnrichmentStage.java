package io.wenliu.nlp.enrichment;

import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.AlertMatched;
import io.wenliu.contract.ArticleEmbedded;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Lane;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Submission;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.MessageProcessor;
import io.wenliu.kafka.stage.Outcome;
import io.wenliu.nlp.lanes.Precedence;
import java.time.Clock;

/// From `wenliu.articles` to `wenliu.enriched`: articles are enriched, pages, manifests and
/// withdrawals passed on as they are.
final class EnrichmentStage implements MessageProcessor {

  private final ArticleEnricher enricher;
  private final Precedence precedence;
  private final Clock clock;

  EnrichmentStage(ArticleEnricher enricher, Precedence precedence, Clock clock) {
    this.enricher = enricher;
    this.precedence = precedence;
    this.clock = clock;
  }

  @Override
  public Outcome process(PipelineMessage message, InboundRecord record) {
    Lane lane = Lane.of(record.topic());
    return switch (message) {
      case ArticleExtracted article -> enriched(article, lane);
      case DocumentManifest manifest -> passedOn(manifest, lane);
      case DocumentPages pages -> passedOn(pages, lane);
      case DocumentWithdrawn withdrawn -> passedOn(withdrawn, lane);
      case Submission _,
          ArticleEnriched _,
          ArticleEmbedded _,
          JourneyEvent _,
          AlertDefined _,
          AlertMatched _ ->
          Outcome.reject("a message of type " + message.type().id() + " does not belong here");
    };
  }

  private Outcome enriched(ArticleExtracted article, Lane lane) {
    try (Precedence.Work _ = precedence.words()) {
      ArticleEnriched enriched = enricher.enrich(article);
      JourneyEvent fact =
          new JourneyEvent(
              article.document(),
              article.version(),
              article.id(),
              Stage.ENRICH,
              JourneyEvent.Step.ENRICHED,
              null,
              clock.instant());
      return Outcome.emit(Outbound.event(lane.enriched(), enriched), Outbound.journey(fact));
    }
  }

  private static Outcome passedOn(PipelineMessage message, Lane lane) {
    return Outcome.emit(Outbound.event(lane.enriched(), message));
  }
}
