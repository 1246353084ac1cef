package io.wenliu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenliu.gateway.routing.GatewayServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DoorIT {

  @Test
  void withoutKeysTheOwnMachineMayDoEverythingAndTheLogSaysSo(CapturedOutput output)
      throws Exception {
    try (var gateway = new GatewayServer()) {
      // When
      var session = GatewayServer.json(gateway.get("/session"));

      // Then
      assertThat(gateway.get("/api/v1/dead-letters").statusCode()).isEqualTo(200);
      assertThat(gateway.get("/actuator/prometheus").statusCode()).isEqualTo(200);
      assertThat(session.path("open").asBoolean()).isTrue();
      assertThat(session.path("roles").get(0).asString()).isEqualTo("operator");
      assertThat(output)
          .contains("runs open on 127.0.0.1:" + gateway.address().getPort() + ": nobody is asked");
    }
  }

  @Test
  void withoutKeysNoOtherAddressIsServed(CapturedOutput output) {
    assertThatThrownBy(() -> new GatewayServer("--server.address=0.0.0.0"))
        .hasRootCauseInstanceOf(OpenDoorException.class);
    assertThat(output).contains("wenliu.gateway.access.keys-file", "0.0.0.0");
  }

  @Test
  void openDoorIsClosedToOtherNamesThanItsOwn() throws Exception {
    try (var gateway = new GatewayServer()) {
      // When
      String rebound = get(gateway, "rebound.example:" + gateway.address().getPort());
      String encoded = get(gateway, "rebound.example", "/%61pi/v1/articles");
      String own = get(gateway, "localhost:" + gateway.address().getPort());

      // Then
      assertThat(rebound).startsWith("HTTP/1.1 403").contains("rebound.example");
      assertThat(encoded).startsWith("HTTP/1.1 403");
      assertThat(own).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void openDoorMayBeAllowedElsewhere() throws Exception {
    // Given
    try (var gateway =
        new GatewayServer(
            "--server.address=0.0.0.0",
            "--wenliu.gateway.access.allow-open=true",
            "--wenliu.gateway.access.open-hosts=newsroom.example")) {
      // When
      String answer = get(gateway, "newsroom.example");

      // Then
      assertThat(answer).startsWith("HTTP/1.1 200");
    }
  }

  private static String get(GatewayServer gateway, String host) throws IOException {
    return get(gateway, host, "/api/v1/articles");
  }

  /// With a Host header of our own, which the JDK's client does not send.
  private static String get(GatewayServer gateway, String host, String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
