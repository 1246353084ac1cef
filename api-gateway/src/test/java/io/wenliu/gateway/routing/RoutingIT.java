package io.wenliu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.gateway.routing.Upstream.Received;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingIT {

  private static GatewayServer gateway;

  @BeforeAll
  static void start() {
    gateway = new GatewayServer("--wenliu.gateway.answer-timeout=1s");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.answersAgain();
  }

  @ParameterizedTest
  @FieldSource("io.wenliu.gateway.routing.ApiRoutes#OPERATIONS")
  void eachOperationReachesItsServiceWithItsPathUnchanged(PublicOperation operation)
      throws Exception {
    // Given
    String target = operation.path().replaceAll("\\{[^}]+}", "0123-ab");

    // When
    HttpResponse<String> response =
        gateway.send(
            gateway.request(target).method(operation.method().name(), BodyPublishers.noBody()));

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(gateway.upstream(operation.service()).received().poll(5, TimeUnit.SECONDS))
        .isNotNull()
        .extracting(Received::method, Received::target)
        .containsExactly(operation.method().name(), target);
  }

  @Test
  void queryArrivesExactlyAsItWasWritten() throws Exception {
    // Given
    String query =
        "q="
            + URLEncoder.encode("作者:高文 “人工智能+” -广告 100% a&b=c;d", StandardCharsets.UTF_8)
            + "&newspaper="
            + URLEncoder.encode("人民日报", StandardCharsets.UTF_8)
            + "&newspaper=x&cursor=a%2Bb%2Fc%3D%3D";

    // When
    gateway.get("/api/v1/articles?" + query);

    // Then
    Received received = gateway.index().received().poll(5, TimeUnit.SECONDS);
    assertThat(received).isNotNull();
    assertThat(parameters(received.target())).isEqualTo(parameters("?" + query));
  }

  private static List<String> parameters(String target) {
    return List.of(target.substring(target.indexOf('?') + 1).split("&")).stream()
        .map(pair -> java.net.URLDecoder.decode(pair, StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void problemOfServicePassesThroughUntouched() throws Exception {
    // Given
    String problem = "{\"title\":\"已撤回\",\"status\":410,\"state\":\"withdrawn\"}";
    gateway
        .index()
        .answers(exchange -> Upstream.answer(exchange, 410, "application/problem+json", problem));

    // When
    HttpResponse<String> response = gateway.get("/api/v1/articles/0123-ab");

    // Then
    assertThat(response.statusCode()).isEqualTo(410);
    assertThat(response.body()).isEqualTo(problem);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void locationOfAcceptedSubmissionPassesThrough() throws Exception {
    // Given
    gateway
        .ingest()
        .answers(exchange -> {
          exchange.getResponseHeaders().add("Location", "/api/v1/submissions/abc");
          Upstream.answer(exchange, 202, "application/json", "{\"documentId\":\"abc\"}");
        });

    // When
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/api/v1/submissions?source=desk")
                .header("Content-Type", "text/plain; charset=GBK")
                .POST(BodyPublishers.ofString("正文")));

    // Then
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Location")).hasValue("/api/v1/submissions/abc");
    assertThat(gateway.ingest().received().poll(5, TimeUnit.SECONDS))
        .isNotNull()
        .extracting(Received::method, Received::target, Received::contentType)
        .containsExactly("POST", "/api/v1/submissions?source=desk", "text/plain; charset=GBK");
  }

  @Test
  void bodyThatClientCallsFormIsPassedOnWhole() throws Exception {
    // Given
    var body = new CompletableFuture<String>();
    gateway
        .ingest()
        .answers(exchange -> {
          body.complete(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          Upstream.answer(exchange, 202, "application/json", "{}");
        });

    // When
    gateway.send(
        gateway
            .request("/api/v1/submissions?source=curl")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("版面=第一行&第二行")));

    // Then
    assertThat(body.get(5, TimeUnit.SECONDS)).isEqualTo("版面=第一行&第二行");
    assertThat(gateway.ingest().received().poll(5, TimeUnit.SECONDS))
        .extracting(Received::target)
        .isEqualTo("/api/v1/submissions?source=curl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/nothing", "/api/v2/articles", "/nlp/v1/query-embedding", "/api", "/x.js"})
  void whatIsNotPublicIsNotThere(String target) throws Exception {
    // When
    HttpResponse<String> response = gateway.get(target);

    // Then
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(GatewayServer.json(response).path("instance").asString()).isEqualTo(target);
    assertThat(gateway.index().received()).isEmpty();
    assertThat(gateway.ingest().received()).isEmpty();
  }

  @Test
  void wrongMethodIsToldTheRightOnes() throws Exception {
    // When
    HttpResponse<String> response = gateway.send(gateway.request("/api/v1/articles").DELETE());

    // Then
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET");
    assertThat(GatewayServer.json(response).path("detail").asString()).contains("GET");
    assertThat(gateway.index().received()).isEmpty();
  }

  @Test
  void slowServiceBecomesGatewayTimeoutThatSaysWhatToDo() throws Exception {
    // Given
    var release = new java.util.concurrent.CountDownLatch(1);
    gateway
        .index()
        .answers(exchange -> {
          try {
            release.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });

    // When
    HttpResponse<String> response = gateway.get("/api/v1/articles?q=a");
    release.countDown();

    // Then
    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(GatewayServer.json(response).path("detail").asString())
        .contains("index-service", "1 秒");
  }

  @Test
  void readingOffersNothingThatTheReaderDidNot() throws Exception {
    // When
    gateway.send(gateway.request("/api/v1/articles?q=a").header("Accept", "text/plain"));

    // Then
    Received received = gateway.index().received().poll(5, TimeUnit.SECONDS);
    assertThat(received).isNotNull();
    assertThat(received.headers())
        .containsEntry("accept", "text/plain")
        .doesNotContainKeys("upgrade", "accept-encoding", "expect", "cookie");
  }

  @Test
  void whatServiceLeftUnansweredIsReadAgain() throws Exception {
    // Given
    closesOnceWithoutAnswer();

    // When
    HttpResponse<String> response = gateway.get("/api/v1/articles?q=a");

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(gateway.index().received()).hasSize(2);
  }

  @Test
  void whatChangesSomethingIsNotRepeated() throws Exception {
    // Given
    closesOnceWithoutAnswer();

    // When
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/api/v1/alerts")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    // Then
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(gateway.index().received()).hasSize(1);
  }

  @Test
  void serviceThatAsksForPatienceIsAskedOnceAndItsAnswerPassedOn() throws Exception {
    // Given
    gateway
        .index()
        .answers(exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "7");
          Upstream.answer(exchange, 503, "application/problem+json", "{\"status\":503}");
        });

    // When
    HttpResponse<String> response = gateway.get("/api/v1/articles?q=a");

    // Then
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(gateway.index().received()).hasSize(1);
  }

  private static void closesOnceWithoutAnswer() {
    var closed = new AtomicBoolean();
    gateway
        .index()
        .answers(exchange -> {
          if (closed.compareAndSet(false, true)) {
            exchange.close();
          } else {
            Upstream.answer(exchange, 200, "application/json", "{}");
          }
        });
  }
}
