package io.wenliu.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Caller;
import io.wenliu.kafka.notes.NoteBook;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.kafka.stage.StageClients;
import io.wenliu.kafka.stage.StageContainers;
import io.wenliu.testkit.Names;
import io.wenliu.testkit.NeedsKafka;
import io.wenliu.testkit.TestServers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NeedsKafka
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "wenliu.kafka.partitions=2",
      // Until a new partition is known.
      "spring.kafka.properties.metadata.max.age.ms=200"
    })
class IdempotencyKeysIT {

  private static final Caller DESK = new Caller("desk", Set.of("submitter"), Set.of("cms"));
  private static final Caller WIRE = new Caller("wire", Set.of("submitter"), Set.of("wire"));

  @TempDir static Path claimDirectory;

  @Autowired StageContainers stages;
  @Autowired StageClients clients;
  @Autowired EventPublisher publisher;

  @DynamicPropertySource
  static void claimStore(DynamicPropertyRegistry registry) {
    registry.add("wenliu.claim-store.dir", () -> claimDirectory.toString());
  }

  @Test
  void aKeyIsKnownAfterARestartWithTheTimeOfItsFirstRequest() {
    // Given
    await().until(stages::allConsuming);
    String key = UUID.randomUUID().toString();
    byte[] content = "夜校开课".getBytes(UTF_8);
    Instant first;
    try (IdempotencyKeys before = new IdempotencyKeys(clients, publisher)) {
      first = before.arrival(DESK, key, content);
    }

    try (IdempotencyKeys after = new IdempotencyKeys(clients, publisher);
        IdempotencyKeys elsewhere = new IdempotencyKeys(clients, publisher)) {
      // When
      Instant again = after.arrival(DESK, key, content);

      // Then
      assertThat(again).isEqualTo(first);
      assertThat(elsewhere.arrival(DESK, key, content)).isEqualTo(first);
      assertThatThrownBy(() -> after.arrival(DESK, key, "别的".getBytes(UTF_8)))
          .isInstanceOf(Refusal.class);
      assertThat(after.arrival(DESK, UUID.randomUUID().toString(), content))
          .isAfterOrEqualTo(first);
    }
  }

  @Test
  void aKeyIsItsCallersOwn() {
    // Given
    await().until(stages::allConsuming);
    String key = UUID.randomUUID().toString();
    byte[] other = "渔船归港".getBytes(UTF_8);
    try (IdempotencyKeys keys = new IdempotencyKeys(clients, publisher)) {
      Instant first = keys.arrival(DESK, key, "夜校开课".getBytes(UTF_8));

      // When
      Instant anothers = keys.arrival(WIRE, key, other);

      // Then
      assertThat(anothers).isAfterOrEqualTo(first);
      assertThat(keys.arrival(WIRE, key, other)).isEqualTo(anothers);
      assertThatThrownBy(() -> keys.arrival(DESK, key, other)).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void notesAreFoundOnATopicThatIsMadeAndGrowsWhileItIsRead() throws Exception {
    // Given
    String topic = Names.unique("notes");
    Map<String, Object> broker = Map.of("bootstrap.servers", TestServers.kafka());
    try (NoteBook notes = new NoteBook(clients, publisher, topic);
        Admin admin = Admin.create(broker);
        var producer =
            new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
      assertThat(notes.find("a")).isEmpty();

      // When, Then
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      producer.send(new ProducerRecord<>(topic, 0, "a", "甲")).get();
      await().until(() -> notes.find("a").isPresent());
      admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(2))).all().get();
      producer.send(new ProducerRecord<>(topic, 1, "b", "乙")).get();
      await().until(() -> notes.find("b").isPresent());
      assertThat(notes.find("a").orElseThrow().text()).isEqualTo("甲");
    }
  }
}
