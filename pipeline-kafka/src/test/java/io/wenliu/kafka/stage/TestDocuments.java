package io.wenliu.kafka.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import io.wenliu.kafka.claims.FileClaimStore;
import io.wenliu.kafka.event.EventWriter;
import io.wenliu.kafka.event.Outbound;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Articles of made-up documents, and what is read back about them.
final class TestDocuments {

  static final Instant RECEIVED = Instant.parse("2025-02-24T01:02:03.456Z");

  private TestDocuments() {}

  static ArticleExtracted article(String source, int number, String headline, String text) {
    DocumentId document = DocumentId.of(source, "page-" + number);
    return new ArticleExtracted(
        ArticleId.ofHeadlines(document, List.of(headline)).getFirst(),
        document,
        Version.ofTime(RECEIVED),
        source,
        RECEIVED,
        new Article(
            headline,
            null,
            null,
            List.of(),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            List.of(),
            List.of(text),
            List.of()));
  }

  static EventWriter writer(Path claims) {
    return new EventWriter(new FileClaimStore(claims), 900 * 1024, "test");
  }

  static ProducerRecord<byte[], byte[]> record(
      Path claims, String topic, ArticleExtracted article) {
    return writer(claims).write(Outbound.event(topic, article), RECEIVED);
  }

  static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), UTF_8);
  }
}
