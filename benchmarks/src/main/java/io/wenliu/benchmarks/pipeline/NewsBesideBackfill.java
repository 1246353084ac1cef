package io.wenliu.benchmarks.pipeline;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Lane;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Submission;
import io.wenliu.contract.SubmittedContent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/// News that come one by one, as their journeys time them: from the broker's time of the push to
/// the refresh that made the last of the document searchable.
final class NewsBesideBackfill {

  private static final int NEWS = 200;
  private static final Duration BETWEEN_NEWS = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 50;

  private final String bootstrap;
  private final URI gateway;
  private final HttpClient http = HttpClient.newHttpClient();

  NewsBesideBackfill(String bootstrap, URI gateway) {
    this.bootstrap = bootstrap;
    this.gateway = gateway;
  }

  /// The waits of news that come at a steady pace.
  List<Duration> news(String source, Corpus corpus) throws Exception {
    List<DocumentId> documents = new ArrayList<>();
    List<Corpus.Entry> articles = corpus.articles();
    try (KafkaProducer<String, byte[]> producer = producer()) {
      for (int i = 0; i < NEWS; i++) {
        Corpus.Entry entry = articles.get(i % articles.size());
        String id = "news-" + i;
        producer.send(record(Lane.LIVE, source, id, entry)).get();
        documents.add(DocumentId.of(source, id));
        Thread.sleep(BETWEEN_NEWS);
      }
    }
    List<Duration> waits = new ArrayList<>();
    for (DocumentId document : documents) {
      waits.add(wait(document));
    }
    return waits;
  }

  NewsReport besideBackfill(List<Duration> alone, Corpus corpus) throws Exception {
    String source = "bench-backfill";
    try (KafkaProducer<String, byte[]> producer = producer()) {
      for (Corpus.Entry entry : corpus.articles()) {
        var _ = producer.send(record(Lane.BACKFILL, source, entry.id(), entry));
      }
    }
    List<Duration> beside = news("bench-beside", corpus);
    return new NewsReport(alone, beside, corpus.size(), backfillLeft());
  }

  private long backfillLeft() throws IOException, InterruptedException {
    for (JsonNode lane : get("/api/v1/operations").path("lanes")) {
      if (lane.path("name").asString().equals(Lane.BACKFILL.id())) {
        return lane.path("lag").asLong();
      }
    }
    return 0;
  }

  private Duration wait(DocumentId document) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode journey = get("/api/v1/submissions/" + document);
      if (journey.path("state").asString("").equals("searchable")) {
        return Duration.between(
            Instant.parse(journey.path("receivedAt").asString()),
            Instant.parse(journey.path("searchableAt").asString()));
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("文档 " + document + " 仍不可检索（not searchable）");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return ContractJson.read(
        http.send(HttpRequest.newBuilder(gateway.resolve(path)).build(), BodyHandlers.ofByteArray())
            .body(),
        JsonNode.class);
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrap, "enable.idempotence", true, "linger.ms", 0),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static ProducerRecord<String, byte[]> record(
      Lane lane, String source, String id, Corpus.Entry entry) {
    Submission submission =
        new Submission(source, id, 1L, null, new SubmittedContent.ReadyArticle(entry.article()));
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            lane.submissions(), DocumentId.of(source, id).value(), ContractJson.write(submission));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_type",
            MessageType.SUBMISSION.id(),
            "ce_source",
            "/" + source,
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
