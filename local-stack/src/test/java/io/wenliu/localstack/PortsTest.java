package io.wenliu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void portThatSomethingListensOnIsNotFree() throws Exception {
    // Given
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

      // When
      boolean free = Ports.isFree(listening.getLocalPort());

      // Then
      assertThat(free).isFalse();
    }
  }

  @Test
  void freePortLiesBelowThoseOfOutgoingConnections() {
    // When
    int port = Ports.free();

    // Then
    assertThat(Ports.isFree(port)).isTrue();
    assertThat(port).isBetween(20_000, 32_000);
  }
}
