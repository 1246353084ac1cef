package io.wenliu.kafka.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.backlog.BacklogReader;
import io.wenliu.kafka.backlog.StageBacklog;
import io.wenliu.testkit.Names;
import io.wenliu.testkit.NeedsKafka;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsKafka
class BacklogIT {

  private static final byte[] NOBODYS_KEY = "0".repeat(32).getBytes(UTF_8);

  @TempDir static Path claims;

  private final KafkaBroker broker = new KafkaBroker();

  @Test
  void aTransactionsMarkIsNoWorkAndOnceReadIsKnown() throws Exception {
    // Given: a stage that has done all but for the mark behind it
    StageDefinition nothing =
        StageDefinition.ofMessages(
                Stage.ENRICH, List.of(Topics.ARTICLES), (_, _) -> Outcome.nothing())
            .withGroup(Names.unique("backlog"));
    try (var application = StageApplication.start(broker, claims, nothing);
        BacklogReader backlog = application.getBean(BacklogReader.class)) {
      TopicPartition partition = new TopicPartition(Topics.EMBEDDED, 0);
      long record = sendInTransaction(partition);
      stand(Lane.LIVE.group(Stage.INDEX_VECTORS), partition, record + 1);
      long unread = vectors(backlog.readRoughly());

      // When
      long read = vectors(backlog.read());
      long known = vectors(backlog.readRoughly());
      broker.send(
          List.of(
              new ProducerRecord<>(
                  partition.topic(), partition.partition(), NOBODYS_KEY, new byte[] {1})));

      // Then
      assertThat(unread).isEqualTo(1);
      assertThat(read).isZero();
      assertThat(known).isZero();
      assertThat(vectors(backlog.read())).isPositive();
    }
  }

  private static long vectors(List<StageBacklog> backlogs) {
    return backlogs.stream()
        .filter(backlog -> backlog.stage() == Stage.INDEX_VECTORS)
        .mapToLong(StageBacklog::lag)
        .sum();
  }

  /// @return its offset
  private long sendInTransaction(TopicPartition partition) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker.addresses(),
                "transactional.id",
                Names.unique("backlog")),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var sent =
          producer.send(
              new ProducerRecord<>(
                  partition.topic(), partition.partition(), NOBODYS_KEY, new byte[] {1}));
      producer.commitTransaction();
      return sent.get().offset();
    }
  }

  /// Has a group stand at this offset of the partition, and at the end of the topic's others.
  private void stand(String group, TopicPartition partition, long offset) throws Exception {
    try (Admin admin = broker.admin()) {
      Map<TopicPartition, OffsetSpec> all = new HashMap<>();
      admin
          .describeTopics(List.of(partition.topic()))
          .allTopicNames()
          .get()
          .values()
          .forEach(topic ->
              topic
                  .partitions()
                  .forEach(info ->
                      all.put(
                          new TopicPartition(topic.name(), info.partition()),
                          OffsetSpec.latest())));
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
          admin.listOffsets(all).all().get().entrySet()) {
        offsets.put(end.getKey(), new OffsetAndMetadata(end.getValue().offset()));
      }
      offsets.put(partition, new OffsetAndMetadata(offset));
      admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
  }
}
