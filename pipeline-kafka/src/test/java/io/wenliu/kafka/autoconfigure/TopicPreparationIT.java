package io.wenliu.kafka.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenliu.testkit.Names;
import io.wenliu.testkit.NeedsKafka;
import io.wenliu.testkit.TestServers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsKafka
class TopicPreparationIT {

  private final String topic = Names.unique("prepared");
  private Map<String, Object> settings;
  private Admin admin;

  @BeforeEach
  void connect() {
    settings = Map.of("bootstrap.servers", TestServers.kafka());
    admin = Admin.create(settings);
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void aMissingTopicIsMadeAndOneThatIsThereIsNotEnlarged() throws Exception {
    // Given
    String missing = Names.unique("missing");
    make(new NewTopic(topic, 2, (short) 1));

    // When
    prepare(
        new NewTopic(topic, 3, (short) 1).configs(Map.of()),
        new NewTopic(missing, 3, (short) 1).configs(Map.of()));

    // Then
    assertThat(partitions(topic)).isEqualTo(2);
    assertThat(partitions(missing)).isEqualTo(3);
  }

  @Test
  void aTopicByWhichTheProducersClockWouldDecideIsRefusedUntilItIsMended() throws Exception {
    // Given
    NewTopic needed =
        new NewTopic(topic, 1, (short) 1)
            .configs(Map.of("message.timestamp.type", "LogAppendTime"));
    make(new NewTopic(topic, 1, (short) 1));

    // Then
    assertThatThrownBy(() -> prepare(needed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            topic, "CreateTime", "--add-config message.timestamp.type=[LogAppendTime]");
    alter("message.timestamp.type", "LogAppendTime");
    assertThatCode(() -> prepare(needed)).doesNotThrowAnyException();
  }

  @Test
  void aTopicThatWouldLoseWhatARebuildNeedsIsRefusedAndTheOrderOfPoliciesIsNot() throws Exception {
    // Given
    NewTopic needed =
        new NewTopic(topic, 1, (short) 1).configs(Map.of("cleanup.policy", "compact,delete"));
    make(new NewTopic(topic, 1, (short) 1));

    // Then
    assertThatThrownBy(() -> prepare(needed)).hasMessageContainingAll(topic, "cleanup.policy");
    alter("cleanup.policy", "delete,compact");
    assertThatCode(() -> prepare(needed)).doesNotThrowAnyException();
  }

  private void prepare(NewTopic... topics) {
    new TopicPreparation(settings, Duration.ofSeconds(30), List.of(topics), true).run();
  }

  private void make(NewTopic existing) throws Exception {
    admin.createTopics(List.of(existing)).all().get();
  }

  private int partitions(String name) throws Exception {
    var topics = admin.describeTopics(List.of(name)).allTopicNames().get();
    return Objects.requireNonNull(topics.get(name)).partitions().size();
  }

  private void alter(String name, String value) throws Exception {
    Map<ConfigResource, Collection<AlterConfigOp>> changes =
        Map.of(
            new ConfigResource(ConfigResource.Type.TOPIC, topic),
            List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
    admin.incrementalAlterConfigs(changes).all().get();
  }
}
