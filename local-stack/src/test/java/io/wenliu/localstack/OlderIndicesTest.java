package io.wenliu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OlderIndicesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// What index-service tells, one after the other; with the last it is ready.
  private final Deque<String> answers = new ArrayDeque<>();

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> steps = new ArrayList<>();
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/api/v1/index/rebuild", this::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void indicesOfAnEarlierReleaseAreRebuiltAndSaySo() {
    // Given
    answers.add(answer("idle", 0, "\"articles-v1\""));
    answers.add(answer("filling", 0, "\"articles-v1\""));
    answers.add(answer("filling", 40, "\"articles-v1\""));
    answers.add(answer("taking-over", 51, "\"articles-v1\""));
    // For a moment index-service still tells what it saw before.
    answers.add(answer("done", 51, "\"articles-v1\""));

    // When
    olderIndices().rebuild(() -> !answers.isEmpty(), PATIENCE);

    // Then
    assertThat(asked).containsOnlyOnce("POST");
    assertThat(steps).hasSize(4);
    assertThat(steps.getLast()).startsWith("正在按新结构重建索引，已写入 51 条消息");
  }

  @Test
  void indicesOfThisReleaseAreLeftAlone() {
    // Given
    answers.add(answer("idle", 0, ""));

    // When
    olderIndices().rebuild(() -> !answers.isEmpty(), PATIENCE);

    // Then
    assertThat(asked).doesNotContain("POST");
    assertThat(steps).isEmpty();
  }

  private OlderIndices olderIndices() {
    URI uri = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    return new OlderIndices(uri, HttpClient.newHttpClient(), steps::add);
  }

  private static String answer(String state, int messages, String outdated) {
    return """
    {"state":"%s","messages":%d,"refused":0,"outdated":[%s]}\
    """
        .formatted(state, messages, outdated);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod());
    boolean told = exchange.getRequestMethod().equals("GET");
    byte[] body = (told ? answers.remove() : answers.element()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(told ? 200 : 202, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
