package io.wenliu.kafka.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Claim;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.claims.StoredClaim;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.kafka.stage.StageClients;
import io.wenliu.kafka.stage.StageContainers;
import io.wenliu.testkit.Names;
import io.wenliu.testkit.NeedsKafka;
import io.wenliu.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@NeedsKafka
class ClaimCollectorIT {

  private static final Duration MIN_AGE = Duration.ofHours(1);

  @TempDir Path folder;

  private ConfigurableApplicationContext application;
  private ClaimStore claims;
  private EventPublisher publisher;

  @EnableAutoConfiguration
  static class Application {}

  @BeforeEach
  void start() {
    application =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.kafka.bootstrap-servers=" + TestServers.kafka(),
                "--wenliu.claim-store.dir=" + folder,
                "--wenliu.kafka.partitions=3",
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off");
    Awaitility.await().until(() -> application.getBean(StageContainers.class).allConsuming());
    claims = application.getBean(ClaimStore.class);
    publisher = application.getBean(EventPublisher.class);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void whatNoRecordNamesIsForgottenAndWhatOneNamesStays() {
    // Given
    Claim orphan = claims.put(bytes("无人认领"));
    Claim needed = claims.put(bytes("有人认领"));
    publish(document(), needed);

    // When
    int collected = collector(Duration.ZERO).collect();

    // Then
    assertThat(collected).isEqualTo(1);
    assertThat(claims.list())
        .extracting(StoredClaim::claim)
        .contains(needed)
        .doesNotContain(orphan);
  }

  @Test
  void whatWasKeptAMomentAgoIsLeftAlone() {
    // Given
    Claim young = claims.put(bytes("刚刚存下"));

    // When
    int collected = collector(MIN_AGE).collect();

    // Then
    assertThat(collected).isZero();
    assertThat(claims.get(young)).isEqualTo(bytes("刚刚存下"));
  }

  @Test
  void whatOnlyAWithdrawnDocumentNamesIsForgotten() {
    // Given
    DocumentId withdrawn = document();
    DocumentId standing = document();
    Claim alone = claims.put(bytes("撤回的版面"));
    Claim shared = claims.put(bytes("两家都登的版面"));
    publish(withdrawn, alone);
    publish(withdrawn, shared);
    publish(standing, shared);

    // When
    publisher.publish(
        Outbound.event(
            Topics.SUBMISSIONS,
            new DocumentWithdrawn(withdrawn, null, "test", Instant.now(), null)));
    collector(Duration.ZERO).collect();

    // Then
    assertThat(claims.list()).extracting(StoredClaim::claim).contains(shared).doesNotContain(alone);
  }

  private ClaimCollector collector(Duration minAge) {
    return new ClaimCollector(claims, application.getBean(StageClients.class), minAge);
  }

  private void publish(DocumentId document, Claim claim) {
    publisher.publish(
        new Outbound.Raw(
            Topics.SUBMISSIONS,
            document.value(),
            Map.of(
                "ce_dataref",
                "urn:sha256:" + claim.sha256(),
                "ce_datasize",
                Long.toString(claim.size())),
            new byte[0]));
  }

  private static DocumentId document() {
    return DocumentId.of("test", Names.unique("claims"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
