package io.wenliu.localstack.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeedRunTest {

  private static final Seed STANDING = new Seed("standing.txt", "头版");
  private static final Seed WITHDRAWN = new Seed("withdrawn.txt", "撤回的一版");

  private HttpServer gateway;

  @BeforeEach
  void startGateway() throws IOException {
    Map<String, String> answers =
        Map.of(
            "/api/v1/submissions/" + STANDING.documentId(),
            "{\"state\":\"searchable\",\"articles\":[{\"id\":\"a\",\"state\":\"searchable\"}]}",
            "/api/v1/submissions/" + WITHDRAWN.documentId(),
            "{\"state\":\"withdrawn\",\"articles\":[{\"id\":\"b\",\"state\":\"withdrawn\"}]}",
            "/api/v1/articles/a",
            "{\"article\":{\"headline\":\"春耕\"}}");
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          var answer = answers.get(exchange.getRequestURI().getPath());
          var body = (answer == null ? "" : answer).getBytes(UTF_8);
          exchange.sendResponseHeaders(
              answer == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    gateway.start();
  }

  @AfterEach
  void stopGateway() {
    gateway.stop(0);
  }

  @Test
  void pageThatWasWithdrawnBeforeIsNamedAndHoldsUpNothing() throws Exception {
    // Given
    var pushed = new ArrayList<Seed>();
    var address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
    try (var client = new GatewayClient(address)) {
      var run = new SeedRun(client, _ -> {});

      // When
      var rows = run.run(List.of(STANDING, WITHDRAWN), pushed::add);

      // Then
      assertThat(pushed).containsExactly(STANDING, WITHDRAWN);
      assertThat(rows).extracting(ArticleRow::headline).containsExactly("春耕");
      assertThat(run.over()).containsExactly("withdrawn.txt");
    }
  }
}
