package io.wenliu.localstack.launcher;

import io.wenliu.contract.ContractJson;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Asks a running gateway for its dead letters, and to replay or discard them.
final class DeadLettersCommand {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int FAILED = 1;
  private static final int ERRORS = 400;

  private final DeadLettersOptions options;
  private final PrintStream out;

  DeadLettersCommand(DeadLettersOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /// @return the exit status
  int run() throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return switch (options.action()) {
        case LIST -> list(http);
        case SHOW -> show(http);
        case REPLAY -> replay(http);
        case DISCARD -> discard(http);
      };
    } catch (IOException e) {
      System.err.println("网关 " + options.gateway() + " 没有回应（the gateway does not answer）: " + e);
      return FAILED;
    } catch (RefusedException e) {
      System.err.println(e.getMessage());
      return FAILED;
    }
  }

  private int list(HttpClient http) throws IOException, InterruptedException {
    var query = new StringBuilder("?state=waiting&size=100");
    options
        .selection()
        .forEach(
            (name, value) -> query.append('&').append(name).append('=').append(encoded(value)));
    @Nullable String cursor = "";
    while (cursor != null) {
      var page = send(http, "GET", query + (cursor.isEmpty() ? "" : "&cursor=" + cursor), null);
      if (cursor.isEmpty()) {
        out.println(page.path("total").asLong() + " 封死信等待处理（waiting）");
        for (var reason : page.path("reasons")) {
          out.printf("%6d  %s%n", reason.path("count").asLong(), reason.path("value").asString());
        }
      }
      for (var letter : page.path("deadLetters")) {
        out.printf(
            "%s  %s  %s  %s%n    %s%n",
            letter.path("id").asString(),
            letter.path("at").asString(),
            letter.path("stage").asString(),
            letter.path("source").asString(""),
            letter.path("reason").asString());
      }
      cursor = page.path("cursor").isString() ? page.path("cursor").asString() : null;
    }
    return 0;
  }

  private int show(HttpClient http) throws IOException, InterruptedException {
    var letter = send(http, "GET", "/" + options.id(), null);
    letter
        .properties()
        .forEach(field -> {
          if (!field.getKey().equals("preview") && !field.getKey().equals("headers")) {
            out.println(field.getKey() + ": " + field.getValue().asString(""));
          }
        });
    letter
        .path("headers")
        .properties()
        .forEach(
            header -> out.println("  " + header.getKey() + ": " + header.getValue().asString()));
    out.println();
    out.println(letter.path("preview").asString(""));
    return 0;
  }

  private int replay(HttpClient http) throws IOException, InterruptedException {
    if (options.id() != null) {
      var letter = send(http, "POST", "/" + options.id() + "/replay", "");
      out.println(letter.path("state").asString());
    } else {
      var body = ContractJson.mapper().writeValueAsString(options.selection());
      var answer = send(http, "POST", "/replay", body);
      out.println("重放 " + answer.path("replayed").asLong() + " 封（replayed）");
    }
    return 0;
  }

  private int discard(HttpClient http) throws IOException, InterruptedException {
    out.println(send(http, "POST", "/" + options.id() + "/discard", "").path("state").asString());
    return 0;
  }

  /// @param body null for none
  private JsonNode send(HttpClient http, String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    var request =
        GatewayClient.withKey(
                HttpRequest.newBuilder(options.gateway().resolve("/api/v1/dead-letters" + path)))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    if (answer.statusCode() >= ERRORS || !json) {
      throw new RefusedException(
          json
              ? ContractJson.read(answer.body(), JsonNode.class).path("detail").asString("")
              : "HTTP " + answer.statusCode());
    }
    return ContractJson.read(answer.body(), JsonNode.class);
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }

  /// The gateway said no.
  private static final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String detail) {
      super(detail);
    }
  }
}
