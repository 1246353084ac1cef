package io.wenliu.kafka.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.claims.FileClaimStore;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.Outbound;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// Records that came in compressed and are more than Kafka takes otherwise.
class TooLargeIT extends OwnDocuments {

  @Test
  void aRecordThatIsSmallOnlyCompressedIsDeadLetteredByReferenceAndItsNeighboursPass()
      throws Exception {
    // Given
    StageDefinition stage =
        stage(article ->
            article.article().headline().equals("很长")
                ? Outcome.reject("认不出")
                : Outcome.emit(Outbound.event(Topics.ENRICHED, article)));
    byte[] value =
        ContractJson.write(TestDocuments.article(source, 1, "很长", "长".repeat(1_500_000)));
    ArticleExtracted behind = TestDocuments.article(source, 1, "标题 9", "正文");
    try (var _ = StageApplication.start(broker, claims, stage)) {
      // When
      broker.sendCompressed(
          List.of(
              TestDocuments.record(claims, Topics.ARTICLES, article(1)),
              withValue(TestDocuments.record(claims, Topics.ARTICLES, article(1)), value),
              TestDocuments.record(claims, Topics.ARTICLES, behind)));

      // Then
      ConsumerRecord<byte[], byte[]> letter =
          broker.read(Topics.deadLetters(Stage.ENRICH), 1, this::ours).getFirst();
      assertThat(letter.value()).isEmpty();
      assertThat(new InboundRecord(letter, new FileClaimStore(claims)).content()).isEqualTo(value);
      assertThat(TestDocuments.header(letter, DeadLetters.REASON)).isEqualTo("认不出");
      assertThat(keys(broker.read(Topics.ENRICHED, 2, this::ours))).hasSize(2);
      assertThat(committed(letter))
          .isGreaterThan(
              Long.parseLong(String.valueOf(TestDocuments.header(letter, DeadLetters.OFFSET))));
    }
  }

  @Test
  void whatKafkaRefusesForItsSizeCostsOneRecordAndNotItsPartition() {
    // Given: the producer refuses the one, the broker the other
    byte[] huge = "x".repeat(3_000_000).getBytes(UTF_8);
    byte[] noise = new byte[1_200_000];
    new Random(1).nextBytes(noise);
    String incompressible = Base64.getEncoder().encodeToString(noise);
    StageDefinition stage =
        stage(article ->
            switch (article.article().headline()) {
              case "标题 2" ->
                  new Outcome.Reject("认不出", article.document(), article.version(), article.id());
              case "标题 4" ->
                  Outcome.emit(
                      new Outbound.Raw(
                          Topics.ENRICHED,
                          article.id().value(),
                          Map.of("x-huge", incompressible),
                          new byte[] {1}));
              default -> Outcome.emit(Outbound.event(Topics.ENRICHED, article));
            });
    List<ProducerRecord<byte[], byte[]>> records =
        IntStream.range(0, 8)
            .mapToObj(i -> TestDocuments.record(claims, Topics.ARTICLES, article(i)))
            .toList();
    records.get(2).headers().add("x-huge", huge);
    try (var _ = StageApplication.start(broker, claims, stage)) {
      // When
      broker.sendCompressed(records);

      // Then
      assertThat(keys(broker.read(Topics.ENRICHED, 6, this::ours)))
          .hasSize(6)
          .doesNotHaveDuplicates();
      List<ConsumerRecord<byte[], byte[]>> letters =
          broker.read(Topics.deadLetters(Stage.ENRICH), 2, this::ours);
      assertThat(letters).hasSize(2);
      ConsumerRecord<byte[], byte[]> refused = letter(letters, article(2));
      ConsumerRecord<byte[], byte[]> swollen = letter(letters, article(4));
      assertThat(TestDocuments.header(refused, DeadLetters.REASON)).isEqualTo("认不出；因过大未保留：x-huge");
      assertThat(TestDocuments.header(refused, DeadLetters.ARTICLE))
          .isEqualTo(article(2).id().value());
      assertThat(new InboundRecord(refused, new FileClaimStore(claims)).content())
          .isEqualTo(records.get(2).value());
      assertThat(TestDocuments.header(swollen, DeadLetters.REASON)).contains("超过 Kafka 的上限");
      assertThat(TestDocuments.header(swollen, DeadLetters.EXCEPTION))
          .endsWith("RecordTooLargeException");
      assertThat(swollen.value()).isEqualTo(records.get(4).value());
    }
  }

  private static ConsumerRecord<byte[], byte[]> letter(
      List<ConsumerRecord<byte[], byte[]>> letters, ArticleExtracted article) {
    return letters.stream()
        .filter(letter -> TestDocuments.key(letter).startsWith(article.document().value()))
        .findFirst()
        .orElseThrow();
  }

  private static ProducerRecord<byte[], byte[]> withValue(
      ProducerRecord<byte[], byte[]> record, byte[] value) {
    return new ProducerRecord<>(record.topic(), null, null, record.key(), value, record.headers());
  }

  /// The next offset that the stage will read where this letter comes from.
  private long committed(ConsumerRecord<byte[], byte[]> letter) throws Exception {
    int partition =
        Integer.parseInt(String.valueOf(TestDocuments.header(letter, DeadLetters.PARTITION)));
    try (var admin = broker.admin()) {
      var offsets = admin.listConsumerGroupOffsets(source).partitionsToOffsetAndMetadata().get();
      return Objects.requireNonNull(offsets.get(new TopicPartition(Topics.ARTICLES, partition)))
          .offset();
    }
  }
}
