package io.wenliu.kafka.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.kafka.stage.Outcome;
import io.wenliu.kafka.stage.StageContainers;
import io.wenliu.kafka.stage.StageDefinition;
import io.wenliu.kafka.stage.TransientException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KafkaAwayTest {

  @TempDir Path claims;

  @Test
  void aServiceStartsIsNotReadyAndRefusesWhatItCannotHandOn() throws Exception {
    // Given: a port that nobody listens at
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(KafkaAutoConfiguration.class, WenliuKafkaAutoConfiguration.class))
        .withPropertyValues(
            "spring.kafka.bootstrap-servers=127.0.0.1:" + port,
            "spring.kafka.admin.operation-timeout=1s",
            "spring.kafka.admin.properties.default.api.timeout.ms=1000",
            "spring.kafka.admin.properties.request.timeout.ms=500",
            "wenliu.kafka.send-timeout=500ms",
            "wenliu.claim-store.dir=" + claims,
            "logging.level.org.apache.kafka=ERROR")
        .withBean(
            StageDefinition.class,
            () ->
                StageDefinition.ofRecords(
                    Stage.INGEST, List.of(Topics.SUBMISSIONS), _ -> Outcome.nothing()))
        .run(context -> {
          // Then
          assertThat(context).hasNotFailed();
          assertThat(context.getBean(StageContainers.class).allConsuming()).isFalse();
          assertThat(context.getBean(KafkaHealthIndicator.class).health().getStatus())
              .isEqualTo(Status.DOWN);
          Outbound outbound = new Outbound.Raw(Topics.SUBMISSIONS, "k", Map.of(), new byte[] {1});
          assertThatThrownBy(() -> context.getBean(EventPublisher.class).publish(outbound))
              .isInstanceOf(TransientException.class);
        });
  }
}
