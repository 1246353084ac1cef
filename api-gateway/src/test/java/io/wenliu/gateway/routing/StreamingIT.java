package io.wenliu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Each test makes one end wait for what the other has seen, so a buffer in between never ends it.
@Timeout(60)
class StreamingIT {

  private static final int MEBIBYTE = 1024 * 1024;

  private static GatewayServer gateway;

  @BeforeAll
  static void start() {
    gateway =
        new GatewayServer(
            "--wenliu.gateway.max-request-size=8MB", "--wenliu.gateway.answer-timeout=1s");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.answersAgain();
  }

  @Test
  void firstLiveEventArrivesWhileStreamStaysOpen() throws Exception {
    // Given
    var firstSeen = new CountDownLatch(1);
    gateway
        .index()
        .answers(exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            out.write("id: 1\nevent: article\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            await(firstSeen);
            out.write("id: 2\nevent: article\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
          }
        });

    // When
    HttpResponse<InputStream> response =
        gateway.open(
            gateway.request("/api/v1/live").header("Last-Event-ID", "0").timeout(ofSeconds(30)));

    // Then
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("id: 1");
      firstSeen.countDown();
      assertThat(lines.lines().toList()).contains("id: 2");
    }
    assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void quietLiveStreamIsOpenBeforeItsFirstEventAndOutlivesAnswerTimeout() throws Exception {
    // Given
    var connected = new CountDownLatch(1);
    gateway
        .index()
        .answers(exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().flush();
          try (var out = exchange.getResponseBody()) {
            await(connected);
            CompletableFuture.runAsync(
                    () -> {}, CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS))
                .join();
            out.write(": late\n\n".getBytes(StandardCharsets.UTF_8));
          }
        });

    // When
    HttpResponse<InputStream> response = gateway.open(gateway.request("/api/v1/live"));
    connected.countDown();

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(": late\n\n");
  }

  @Test
  void uploadReachesServiceBeforeItIsComplete() throws Exception {
    // Given
    var firstHalfSeen = new CountDownLatch(1);
    var bytes = new CompletableFuture<Integer>();
    gateway
        .ingest()
        .answers(exchange -> {
          int first = exchange.getRequestBody().readNBytes(MEBIBYTE).length;
          firstHalfSeen.countDown();
          bytes.complete(first + exchange.getRequestBody().readAllBytes().length);
          Upstream.answer(exchange, 202, "application/json", "{}");
        });
    var body = new PipedOutputStream();
    var source = new PipedInputStream(body, MEBIBYTE);
    CompletableFuture<Void> sender =
        CompletableFuture.runAsync(() -> {
          try (body) {
            body.write(new byte[2 * MEBIBYTE]);
            body.flush();
            await(firstHalfSeen);
            body.write(new byte[MEBIBYTE]);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });

    // When
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/api/v1/submissions")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> source)));

    // Then
    sender.join();
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(bytes.join()).isEqualTo(3 * MEBIBYTE);
  }

  @Test
  void statedLengthBeyondLimitIsRefusedBeforeServiceHearsOfIt() throws Exception {
    // When
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/api/v1/submissions")
                .POST(BodyPublishers.ofByteArray(new byte[9 * MEBIBYTE])));

    // Then
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(GatewayServer.json(response).path("detail").asString()).contains("8 MB");
    assertThat(gateway.ingest().received()).isEmpty();
  }

  @Test
  void unstatedLengthIsRefusedOnceItPassesTheLimit() throws Exception {
    // When
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/api/v1/submissions")
                .header("Accept-Language", "en")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[9 * MEBIBYTE]))));

    // Then
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(GatewayServer.json(response).path("detail").asString()).contains("At most 8 MB");
  }

  @Test
  void whatIsNoSubmissionIsHeldToLess() throws Exception {
    // When
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/api/v1/alerts")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofByteArray(new byte[2 << 20])));

    // Then
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(GatewayServer.json(response).path("detail").asString()).contains("At most 1 MB");
    assertThat(gateway.index().received()).isEmpty();
  }

  private static java.time.Duration ofSeconds(long seconds) {
    return java.time.Duration.ofSeconds(seconds);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IOException("the other end has not seen it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
