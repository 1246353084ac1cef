package io.wenliu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenliu.localstack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

  private static final int PATIENCE_MS = 10_000;
  private static final int A_WHILE_MS = 200;

  private ServerSocket echo;
  private FaultProxy network;

  @BeforeEach
  void listen() throws IOException {
    echo = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    network = FaultProxy.open(Ports.free(), echo.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    network.close();
    echo.close();
  }

  @Test
  void bytesAndTheirEndGoThrough() throws IOException {
    try (Socket client = client()) {
      // When
      client.getOutputStream().write("文流".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      client.shutdownOutput();

      // Then
      assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("文流");
      assertThat(network.accepted()).isEqualTo(1);
    }
  }

  @Test
  void latencyHoldsEachWayUp() throws IOException {
    try (Socket client = client()) {
      // Given
      network.behave(NetworkFault.latency(Duration.ofMillis(150)));
      long start = System.nanoTime();

      // When
      int answer = ask(client, 7);

      // Then
      assertThat(answer).isEqualTo(7);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }
  }

  @Test
  void whatWasSentIntoAStallArrivesAfterIt() throws IOException {
    try (Socket client = client()) {
      // Given
      assertThat(ask(client, 1)).isEqualTo(1);
      network.behave(NetworkFault.STALL);
      client.setSoTimeout(A_WHILE_MS);
      assertThatThrownBy(() -> ask(client, 2)).isInstanceOf(SocketTimeoutException.class);

      // When
      network.behave(NetworkFault.NONE);

      // Then
      client.setSoTimeout(PATIENCE_MS);
      assertThat(client.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void aResetEndsConnectionsOldAndNew() throws IOException {
    try (Socket old = client()) {
      // Given
      assertThat(ask(old, 1)).isEqualTo(1);

      // When
      network.behave(NetworkFault.RESET);

      // Then
      assertThatThrownBy(() -> ask(old, 2)).isInstanceOf(SocketException.class);
      await()
          .untilAsserted(() ->
              assertThatThrownBy(
                      () -> {
                        try (Socket fresh = client()) {
                          ask(fresh, 3);
                        }
                      })
                  .isInstanceOf(SocketException.class));
      network.behave(NetworkFault.NONE);
      try (Socket healed = client()) {
        assertThat(ask(healed, 4)).isEqualTo(4);
      }
    }
  }

  @Test
  void aHalfOpenConnectionSwallowsAndStaysDead() throws IOException {
    try (Socket old = client()) {
      // Given
      assertThat(ask(old, 1)).isEqualTo(1);

      // When
      network.behave(NetworkFault.HALF_OPEN);

      // Then
      old.setSoTimeout(A_WHILE_MS);
      assertThatThrownBy(() -> ask(old, 2)).isInstanceOf(SocketTimeoutException.class);
      network.behave(NetworkFault.NONE);
      assertThatThrownBy(() -> ask(old, 3)).isInstanceOf(SocketTimeoutException.class);
      try (Socket fresh = client()) {
        assertThat(ask(fresh, 4)).isEqualTo(4);
      }
    }
  }

  private Socket client() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), network.port());
    client.setSoTimeout(PATIENCE_MS);
    return client;
  }

  /// @return what comes back
  private static int ask(Socket client, int value) throws IOException {
    client.getOutputStream().write(value);
    int answer = client.getInputStream().read();
    if (answer < 0) {
      throw new SocketException("closed");
    }
    return answer;
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        Thread.ofVirtual()
            .start(() -> {
              try (socket) {
                socket.getInputStream().transferTo(socket.getOutputStream());
              } catch (IOException e) {
                // The other side is gone.
              }
            });
      } catch (IOException e) {
        // Closed.
      }
    }
  }
}
