package io.wenliu.index.alerts;

import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.AlertMatched;
import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.Sha256;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import io.wenliu.index.elasticsearch.BulkWriter;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.BatchOutcome;
import io.wenliu.kafka.stage.BatchProcessor;
import io.wenliu.kafka.stage.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds every article that has become searchable against all alerts.
///
/// It goes by the journeys, so nothing is told before a search shows it. A match is written under
/// an id made of alert, article and content version, and told only by the record that wrote it
/// first: the same record again (its offset was not committed) tells it again, since the first
/// telling was never committed either; any other is a repetition and tells nothing.
@Component
class AlertMatching implements BatchProcessor {

  private static final int ID_LENGTH = 32;

  /// From the time that an article's document bears until it was told of: batches wait for
  /// Elasticsearch. What is told later than that is a repetition.
  private static final Duration NEWS = Duration.ofMinutes(10);

  /// What is told so long after the first indexing of its content was processed anew.
  private static final Duration RENEWED = Duration.ofDays(1);

  private final AlertsListener definitions;
  private final Alerts alerts;
  private final IndexReader reader;
  private final BulkWriter writer;
  private final Clock clock;

  AlertMatching(
      AlertsListener definitions,
      Alerts alerts,
      IndexReader reader,
      BulkWriter writer,
      Clock clock) {
    this.definitions = definitions;
    this.alerts = alerts;
    this.reader = reader;
    this.writer = writer;
    this.clock = clock;
  }

  private record Found(AlertMatched match, String origin, boolean webhook) {}

  /// @throws io.wenliu.kafka.stage.TransientException if the batch has to come again
  @Override
  public BatchOutcome process(List<InboundMessage> batch) throws InterruptedException {
    Map<ArticleId, InboundMessage> indexed = indexed(batch);
    if (indexed.isEmpty()) {
      return BatchOutcome.NOTHING;
    }
    definitions.awaitCurrent();
    if (alerts.size() == 0) {
      return BatchOutcome.NOTHING;
    }
    List<Found> found = found(indexed);
    return new BatchOutcome(
        told(found).stream()
            .<Outbound>map(match -> Outbound.event(Topics.ALERT_MATCHES, match))
            .toList(),
        List.of());
  }

  /// What has become searchable, of each article the last word.
  private static Map<ArticleId, InboundMessage> indexed(List<InboundMessage> batch) {
    Map<ArticleId, InboundMessage> indexed = new LinkedHashMap<>();
    for (InboundMessage message : batch) {
      if (message.message() instanceof JourneyEvent event
          && event.step() == Step.INDEXED
          && event.article() != null
          && event.version() != null) {
        indexed.put(event.article(), message);
      }
    }
    return indexed;
  }

  private List<Found> found(Map<ArticleId, InboundMessage> indexed) {
    Map<String, Stored<WatchedArticle>> stored =
        reader.read(
            IndexSchema.ARTICLES,
            indexed.keySet().stream().map(ArticleId::value).toList(),
            WatchedArticle.class,
            WatchedArticle.FIELDS);
    List<WatchedArticle> articles = new ArrayList<>();
    for (Map.Entry<ArticleId, InboundMessage> entry : indexed.entrySet()) {
      Stored<WatchedArticle> article = stored.get(entry.getKey().value());
      // Of another version, it is that version's turn.
      if (article != null
          && article.value().state().equals("alive")
          && entry.getValue().message() instanceof JourneyEvent event
          && article.value().version().equals(event.version())) {
        articles.add(article.value());
      }
    }
    List<List<AlertDefined>> matching = alerts.matching(articles);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      WatchedArticle article = articles.get(i);
      InboundMessage cause = indexed.get(article.id());
      for (AlertDefined alert : matching.get(i)) {
        if (cause != null
            && article.article() != null
            && cause.message() instanceof JourneyEvent event
            && isNews(alert.createdAt(), article.indexedAt(), event.at())) {
          found.add(
              new Found(
                  match(alert, article, article.article()),
                  cause.record().toString(),
                  alert.webhook() != null));
        }
      }
    }
    return found;
  }

  /// Whether an article has become searchable since the alert was made. Its document bears the time
  /// at which it was planned, a batch before.
  static boolean isNews(Instant created, @Nullable Instant indexed, Instant told) {
    if (indexed == null || told.isAfter(indexed.plus(RENEWED))) {
      return false;
    }
    return !indexed.isBefore(created)
        || (!told.isBefore(created) && !told.isAfter(indexed.plus(NEWS)));
  }

  private AlertMatched match(AlertDefined alert, WatchedArticle watched, Article article) {
    return new AlertMatched(
        id(alert.alert(), watched.id(), watched.version()),
        alert.alert(),
        watched.id(),
        watched.documentId(),
        watched.version(),
        article.headline(),
        article.newspaper(),
        article.published(),
        clock.instant());
  }

  /// The same text processed anew is no news.
  static String id(String alert, ArticleId article, Version version) {
    String parts = alert + "|" + article + "|" + version.content();
    return Sha256.hex(parts.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
  }

  private List<AlertMatched> told(List<Found> found) throws InterruptedException {
    List<IndexWrite.Outcome> outcomes =
        writer.write(
            found.stream()
                .map(f -> {
                  StoredMatch match = StoredMatch.of(f.match(), f.origin(), f.webhook());
                  return new IndexWrite(
                      IndexSchema.ALERT_MATCHES,
                      match.id(),
                      new IndexWrite.Absent(),
                      ContractJson.mapper().writeValueAsBytes(match));
                })
                .toList());
    List<String> known = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      if (!(outcomes.get(i) instanceof IndexWrite.Written)) {
        known.add(found.get(i).match().id());
      }
    }
    Map<String, Stored<StoredMatch>> before =
        reader.read(IndexSchema.ALERT_MATCHES, known, StoredMatch.class);
    List<AlertMatched> told = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Found f = found.get(i);
      Stored<StoredMatch> first = before.get(f.match().id());
      if (outcomes.get(i) instanceof IndexWrite.Written
          || (first != null && first.value().origin().equals(f.origin()))) {
        told.add(f.match());
      }
    }
    return told;
  }
}
