package io.wenliu.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.kafka.stage.StageClients;
import io.wenliu.kafka.stage.StageContainers;
import io.wenliu.testkit.NeedsKafka;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NeedsKafka
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wenliu.kafka.partitions=2")
class IdempotencyKeysIT {

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
      first = before.arrival(key, content);
    }

    try (IdempotencyKeys after = new IdempotencyKeys(clients, publisher);
        IdempotencyKeys elsewhere = new IdempotencyKeys(clients, publisher)) {
      // When
      Instant again = after.arrival(key, content);

      // Then
      assertThat(again).isEqualTo(first);
      assertThat(elsewhere.arrival(key, content)).isEqualTo(first);
      assertThatThrownBy(() -> after.arrival(key, "别的".getBytes(UTF_8)))
          .isInstanceOf(Refusal.class);
      assertThat(after.arrival(UUID.randomUUID().toString(), content)).isAfterOrEqualTo(first);
    }
  }
}
