package io.wenliu.index.alerts.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wenliu.contract.AlertDefined.Webhook;
import io.wenliu.index.alerts.webhooks.WebhookClient.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookClientTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final byte[] BODY = "{\"甲\":1}".getBytes(StandardCharsets.UTF_8);

  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          signatures.add(exchange.getRequestHeaders().getFirst("X-Wenliu-Signature"));
          String path = exchange.getRequestURI().getPath();
          if (path.equals("/moved")) {
            exchange.getResponseHeaders().add("Location", url("/taken"));
          }
          exchange.sendResponseHeaders(
              switch (path) {
                case "/taken" -> 204;
                case "/moved" -> 307;
                default -> 500;
              },
              -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static WebhookClient client(boolean allowPrivate) {
    WebhookSettings settings = AddressGuardTest.settings(allowPrivate);
    return new WebhookClient(new AddressGuard(settings), settings);
  }

  @Test
  void theReceiverCanCheckWhoSaysSo() throws Exception {
    try (WebhookClient client = client(true)) {
      assertThat(client.post(new Webhook(url("/taken"), "secret"), "1", BODY, NOW))
          .isEqualTo(new Outcome.Received());
    }
    assertThat(signatures)
        .containsExactly(WebhookClient.signature("secret", BODY, NOW))
        .allSatisfy(signature -> assertThat(signature).matches("t=1700000000,v1=[0-9a-f]{64}"));
    assertThat(WebhookClient.signature("other", BODY, NOW)).isNotEqualTo(signatures.getFirst());
  }

  @Test
  void neitherRedirectsNorFailuresCountAsReceived() throws Exception {
    try (WebhookClient client = client(true)) {
      assertThat(client.post(new Webhook(url("/moved"), "secret"), "1", BODY, NOW))
          .isEqualTo(new Outcome.Refused("HTTP 307"));
      assertThat(client.post(new Webhook(url("/other"), "secret"), "1", BODY, NOW))
          .isEqualTo(new Outcome.Refused("HTTP 500"));
    }
    assertThat(signatures).hasSize(2);
  }

  @Test
  void whoCannotBeReachedHasNotAnswered() throws Exception {
    // Given
    String url = url("/taken");
    server.stop(0);

    // When
    try (WebhookClient client = client(true)) {
      assertThat(client.post(new Webhook(url, "secret"), "1", BODY, NOW))
          .isInstanceOf(Outcome.Unanswered.class);
    }
  }

  @Test
  void anAddressOfThisMachineIsNeverConnectedTo() throws Exception {
    try (WebhookClient client = client(false)) {
      for (String host : List.of("127.0.0.1", "localhost", "127.1")) {
        String url = "http://" + host + ":" + server.getAddress().getPort() + "/taken";
        assertThat(client.post(new Webhook(url, "secret"), "1", BODY, NOW).toString())
            .contains("no public address");
      }
    }
    assertThat(signatures).isEmpty();
  }

  @Test
  void pausesDoubleUpToTheirLimit() {
    WebhookSettings settings = AddressGuardTest.settings(false);
    assertThat(settings.pauseAfter(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.pauseAfter(4)).isEqualTo(Duration.ofSeconds(8));
    assertThat(settings.pauseAfter(100)).isEqualTo(Duration.ofHours(1));
  }
}
