package io.wenliu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServiceAwayIT {

  private static GatewayServer gateway;

  @BeforeAll
  static void startAndStopIndex() {
    gateway = new GatewayServer();
    gateway.index().close();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void absentServiceIsNamedInChineseWithWhatToDo() throws Exception {
    // When
    HttpResponse<String> response = gateway.get("/api/v1/articles?q=a");

    // Then
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    var problem = GatewayServer.json(response);
    assertThat(problem.path("title").asString()).isEqualTo("服务暂时不可用");
    assertThat(problem.path("detail").asString()).contains("index-service", "请稍后重试");
    assertThat(problem.path("instance").asString()).isEqualTo("/api/v1/articles");
    assertThat(problem.path("type").asString()).isEqualTo("urn:wenliu:problem:service-away");
  }

  @Test
  void englishReaderIsToldInEnglish() throws Exception {
    // When
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/api/v1/articles?q=a")
                .header("Accept-Language", "fr;q=0.9, en;q=0.8, zh;q=0.5"));

    // Then
    assertThat(GatewayServer.json(response).path("detail").asString())
        .startsWith("index-service does not answer");
  }

  @Test
  void gatewayStaysHealthySoThatItIsNotRestartedForAnothersFault() throws Exception {
    // When
    HttpResponse<String> liveness = gateway.get("/actuator/health/liveness");
    HttpResponse<String> readiness = gateway.get("/actuator/health/readiness");
    HttpResponse<String> metrics = gateway.get("/actuator/prometheus");

    // Then
    assertThat(liveness.statusCode()).isEqualTo(200);
    assertThat(readiness.statusCode()).isEqualTo(200);
    assertThat(metrics.body()).contains("jvm_memory_used_bytes", "service=\"api-gateway\"");
  }
}
