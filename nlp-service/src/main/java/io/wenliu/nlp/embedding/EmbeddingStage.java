package io.wenliu.nlp.embedding;

import io.wenliu.contract.ArticleEmbedded;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.Embedding;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.BatchOutcome;
import io.wenliu.kafka.stage.BatchProcessor;
import io.wenliu.kafka.stage.InboundMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// From `wenliu.enriched` to `wenliu.embedded`. Of several versions of an article in one poll the
/// highest is embedded only. Manifests and withdrawals end here: whether an article may still be
/// found is told by its words, and a vector counts only with them.
final class EmbeddingStage implements BatchProcessor {

  private final DocumentEmbedder embedder;

  EmbeddingStage(DocumentEmbedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public BatchOutcome process(List<InboundMessage> batch) throws InterruptedException {
    Map<String, Integer> newest = new HashMap<>();
    List<ArticleEnriched> articles = new ArrayList<>();
    List<Outbound> outbound = new ArrayList<>();
    for (InboundMessage inbound : batch) {
      PipelineMessage message = inbound.message();
      if (message instanceof ArticleEnriched article) {
        Integer before = newest.get(article.id().value());
        if (before == null) {
          newest.put(article.id().value(), articles.size());
          articles.add(article);
        } else if (articles.get(before).version().compareTo(article.version()) <= 0) {
          articles.set(before, article);
        }
      }
    }
    List<Embedding> vectors = embedder.embed(articles.stream().map(EmbeddedText::of).toList());
    for (int i = 0; i < articles.size(); i++) {
      ArticleEnriched article = articles.get(i);
      outbound.add(
          Outbound.event(
              Topics.EMBEDDED,
              new ArticleEmbedded(
                  article.id(),
                  article.document(),
                  article.version(),
                  SentenceModel.ID,
                  vectors.get(i))));
    }
    return new BatchOutcome(outbound, List.of());
  }
}
