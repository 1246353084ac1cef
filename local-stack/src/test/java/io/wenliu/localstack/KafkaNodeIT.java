package io.wenliu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaNodeIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String TOPIC = "pages";

  @TempDir Path folder;
  private KafkaNode kafka;

  @BeforeEach
  void startBroker() throws Exception {
    kafka = new KafkaNode(NodeSettings.in(folder));
    kafka.start();
    kafka.awaitReady(PATIENCE);
    try (var admin = Admin.create(client())) {
      var topic =
          new NewTopic(TOPIC, 1, (short) 1)
              .configs(Map.of("message.timestamp.type", "LogAppendTime"));
      admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
    }
  }

  @AfterEach
  void stopBroker() {
    kafka.close();
  }

  @Test
  void recordOfCommittedTransactionIsThereAfterStopAndStart() {
    // Given
    sendInTransaction("第一版");
    var address = kafka.bootstrapServers();

    // When
    kafka.restart();
    kafka.awaitReady(PATIENCE);

    // Then
    assertThat(kafka.bootstrapServers()).isEqualTo(address);
    assertThat(committed()).extracting(ConsumerRecord::value).containsExactly("第一版");
  }

  @Test
  void recordOfCommittedTransactionIsThereAfterKill() {
    // Given
    sendInTransaction("要闻");

    // When
    kafka.kill();
    kafka.start();
    kafka.awaitReady(PATIENCE);

    // Then
    assertThat(committed()).extracting(ConsumerRecord::value).containsExactly("要闻");
  }

  @Test
  void topicCanStampRecordsWithTheBrokersTime() {
    // When
    sendInTransaction("副刊");

    // Then
    assertThat(committed())
        .extracting(ConsumerRecord::timestampType)
        .containsExactly(TimestampType.LOG_APPEND_TIME);
  }

  @Test
  void frozenBrokerAnswersAgainOnceThawed() {
    // Given
    sendInTransaction("体育");

    // When
    kafka.freeze();
    boolean aliveWhileFrozen = kafka.isAlive();
    kafka.thaw();

    // Then
    assertThat(aliveWhileFrozen).isTrue();
    assertThat(committed()).hasSize(1);
  }

  @Test
  void brokerOnTakenPortFailsWithTheEndOfItsLog() {
    // Given
    int taken = URI.create("kafka://" + kafka.bootstrapServers()).getPort();
    var second = new KafkaNode(NodeSettings.in(folder.resolve("second")).withPort(taken));

    // When
    second.start();

    // Then
    assertThatThrownBy(() -> second.awaitReady(PATIENCE))
        .isInstanceOf(ServerFailedException.class)
        .hasMessageContaining("Address already in use");
  }

  private void sendInTransaction(String value) {
    var settings = client();
    settings.put("transactional.id", "newsroom");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var _ = producer.send(new ProducerRecord<>(TOPIC, value));
      producer.commitTransaction();
    }
  }

  private List<ConsumerRecord<String, String>> committed() {
    var settings = client();
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
      consumer.seekToBeginning(consumer.assignment());
      for (int attempt = 0; attempt < 30; attempt++) {
        var records = consumer.poll(Duration.ofSeconds(1));
        if (!records.isEmpty()) {
          return records.records(new TopicPartition(TOPIC, 0));
        }
      }
      return List.of();
    }
  }

  private Map<String, Object> client() {
    return new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }
}
