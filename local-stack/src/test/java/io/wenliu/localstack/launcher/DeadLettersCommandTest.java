package io.wenliu.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest {

  private final List<String> asked = new ArrayList<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private HttpServer gateway;

  @BeforeEach
  void startGateway() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(
              (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
          boolean unknown = exchange.getRequestURI().getPath().endsWith("/unknown");
          byte[] answer =
              (unknown
                      ? "{\"detail\":\"没有编号为 unknown 的死信。\"}"
                      : """
                      {"total":1,"replayed":3,"state":"replayed","cursor":null,"preview":"正文",
                       "reasons":[{"value":"文件是空的","count":1}],
                       "deadLetters":[{"id":"a-1","at":"2025-02-24T00:00:00Z","stage":"ingest",
                         "source":"cms","reason":"文件是空的"}]}
                      """)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(unknown ? 404 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    gateway.start();
  }

  @AfterEach
  void stopGateway() {
    gateway.stop(0);
  }

  @Test
  void theListShowsReasonsAndLetters() throws Exception {
    // When
    int status = run("list");

    // Then
    assertThat(status).isZero();
    assertThat(asked).containsExactly("GET /api/v1/dead-letters?state=waiting&size=100");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("1 封死信等待处理", "     1  文件是空的", "a-1", "ingest", "cms");
  }

  @Test
  void oneIsReplayedByItsIdAndManyByTheirReason() throws Exception {
    // When
    run("replay", "a-1");
    run("replay", "--reason", "文件是空的");
    run("replay", "--all");
    run("discard", "a-1");

    // Then
    assertThat(asked)
        .containsExactly(
            "POST /api/v1/dead-letters/a-1/replay",
            "POST /api/v1/dead-letters/replay {\"reason\":\"文件是空的\"}",
            "POST /api/v1/dead-letters/replay {\"all\":true}",
            "POST /api/v1/dead-letters/a-1/discard");
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("replayed", "重放 3 封");
  }

  @Test
  void whatTheGatewayRefusesEndsWithStatus1() throws Exception {
    assertThat(run("show", "unknown")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"replay", "show", "list a", "replay a --all", "forget a", "--gateway", "show a b"})
  void whatIsNoCommandIsSaid(String words) {
    assertThatThrownBy(() -> DeadLettersOptions.parse(List.of(words.split(" "))))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void withoutWordsItLists() {
    assertThat(DeadLettersOptions.parse(List.of()).action())
        .isEqualTo(DeadLettersOptions.Action.LIST);
    assertThat(DeadLettersOptions.parse(List.of("--stage", "index")).selection())
        .isEqualTo(Map.of("stage", "index"));
  }

  private int run(String... words) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--gateway", "http://127.0.0.1:" + gateway.getAddress().getPort()));
    return new DeadLettersCommand(
            DeadLettersOptions.parse(arguments),
            new PrintStream(printed, true, StandardCharsets.UTF_8))
        .run();
  }
}
