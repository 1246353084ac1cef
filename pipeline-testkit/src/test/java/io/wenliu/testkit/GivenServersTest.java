package io.wenliu.testkit;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.wenliu.localstack.Ports;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenServersTest {

  @Test
  void aBrokerThatIsAskedForAndUnreachableIsAFailure() {
    // Given
    String nobody = "127.0.0.1:" + Ports.free();

    // Then
    assertThatIllegalStateException()
        .isThrownBy(() -> TestServers.startKafka(Map.of(TestServers.KAFKA_PROPERTY, nobody)::get))
        .withMessageContaining(nobody);
  }

  @Test
  void anElasticsearchThatIsAskedForAndUnreachableIsAFailure() {
    // Given
    String nobody = "http://127.0.0.1:" + Ports.free();

    // Then
    assertThatIllegalStateException()
        .isThrownBy(() ->
            TestServers.startElasticsearch(Map.of(TestServers.ELASTICSEARCH_PROPERTY, nobody)::get))
        .withMessageContaining(nobody);
  }

  @Test
  void aMisspelledKindOfServersIsAFailure() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> TestServers.startKafka(Map.of(TestServers.SERVERS_PROPERTY, "container")::get));
  }
}
