package io.wenliu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.gateway.routing.GatewayServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitIT {

  private static final TestKey SLOW =
      new TestKey("slow", "roles: [reader]\nrequests-per-second: 1");

  @TempDir Path folder;

  @Test
  void keyThatAsksTooOftenIsAskedToWaitAndOthersAreNot() throws Exception {
    // Given
    Path file = TestKey.write(folder.resolve("keys.yaml"), SLOW, TestKey.READER);
    try (var gateway =
        new GatewayServer(
            "--wenliu.gateway.access.keys-file=" + file, "--wenliu.gateway.limits.burst=5s")) {
      HttpResponse<String> last = get(gateway, SLOW);
      int answered = 0;
      while (last.statusCode() == 200 && answered < 1000) {
        answered++;
        last = get(gateway, SLOW);
      }

      // When
      HttpResponse<String> other = get(gateway, TestKey.READER);

      // Then
      assertThat(answered).isGreaterThanOrEqualTo(5);
      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(last.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(GatewayServer.json(last).path("title").asString()).isEqualTo("请求过于频繁");
      assertThat(other.statusCode()).isEqualTo(200);
      String metrics =
          gateway
              .send(
                  gateway
                      .request("/actuator/prometheus")
                      .header("Authorization", "Bearer " + TestKey.READER.key()))
              .body();
      assertThat(metrics)
          .containsPattern("wenliu_gateway_requests_total\\{outcome=\"admitted\".*} [1-9]")
          .containsPattern("wenliu_gateway_requests_total\\{outcome=\"limited\".*} [1-9]");
    }
  }

  @Test
  void openGatewayCanBeLimitedToo() throws Exception {
    // Given
    try (var gateway =
        new GatewayServer(
            "--wenliu.gateway.limits.open-requests-per-second=1",
            "--wenliu.gateway.limits.burst=1s")) {
      // When
      int status = 200;
      for (int i = 0; i < 1000 && status == 200; i++) {
        // However the path is written.
        status = gateway.get(i % 2 == 0 ? "/api/v1/articles" : "/%61pi/v1/articles").statusCode();
      }

      // Then
      assertThat(status).isEqualTo(429);
      assertThat(gateway.get("/app/main.js").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> get(GatewayServer gateway, TestKey key) throws Exception {
    return gateway.send(gateway.request("/api/v1/articles").header("X-Api-Key", key.key()));
  }
}
