package io.wenliu.benchmarks.pipeline;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Submission;
import io.wenliu.contract.SubmittedContent;
import io.wenliu.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Pushes articles as a newsroom does, ready-made in the submission envelope, and waits until a
/// search sees every one.
public final class PipelineRun {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(2);

  private final String bootstrap;
  private final ElasticsearchHttp elasticsearch;
  private final String source;
  private final List<ProducerRecord<String, byte[]>> records;

  /// Writes the messages: of that, and of what the compiler makes of it, a run shall see nothing.
  ///
  /// @param source the submitting system; each run has its own
  public PipelineRun(
      String bootstrap, ElasticsearchHttp elasticsearch, String source, Corpus corpus) {
    this.bootstrap = bootstrap;
    this.elasticsearch = elasticsearch;
    this.source = source;
    this.records = corpus.articles().stream().map(entry -> record(source, entry)).toList();
  }

  /// @return from the first push to the last article that a search sees
  public Duration run() throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "enable.idempotence", true, "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer())) {
      long start = System.nanoTime();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (ProducerRecord<String, byte[]> record : records) {
        sent.add(producer.send(record));
      }
      for (Future<RecordMetadata> future : sent) {
        future.get();
      }
      awaitSearchable(records.size());
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private void awaitSearchable(int expected) throws InterruptedException {
    long last = -1;
    long lastChange = System.nanoTime();
    while (true) {
      long searchable = searchable();
      if (searchable >= expected) {
        return;
      }
      if (searchable != last) {
        last = searchable;
        lastChange = System.nanoTime();
      } else if (System.nanoTime() - lastChange > WITHOUT_PROGRESS.toNanos()) {
        throw new IllegalStateException(
            "仅 %d / %d 篇可检索，已无进展（no progress any more）".formatted(searchable, expected));
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  /// What a search sees now: no refresh is asked for here.
  private long searchable() {
    return elasticsearch
        .post(
            "/articles/_count",
            """
            {"query": {"bool": {"filter": [
              {"term": {"source": "%s"}}, {"term": {"state": "alive"}}]}}}
            """
                .formatted(source))
        .path("count")
        .asLong();
  }

  /// An article as a newsroom submits it.
  public static ProducerRecord<String, byte[]> record(String source, Corpus.Entry entry) {
    Submission submission =
        new Submission(
            source, entry.id(), 1L, null, new SubmittedContent.ReadyArticle(entry.article()));
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Topics.SUBMISSIONS,
            DocumentId.of(source, entry.id()).value(),
            ContractJson.write(submission));
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", UUID.randomUUID().toString());
    header(record, "ce_type", MessageType.SUBMISSION.id());
    header(record, "ce_source", "/" + source);
    header(record, "content-type", "application/json");
    return record;
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
