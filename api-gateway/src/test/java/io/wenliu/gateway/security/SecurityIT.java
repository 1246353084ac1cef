package io.wenliu.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.gateway.routing.GatewayServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityIT {

  private static GatewayServer gateway;

  @BeforeAll
  static void start() {
    gateway = new GatewayServer();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app/main.js",
        "/openapi.json",
        "/api/v1/articles",
        "/api/v1/nothing",
        "/nothing",
        "/articles/x",
        "/actuator/health"
      })
  void everyAnswerTellsBrowsersToTrustNothingElse(String target) throws Exception {
    // When
    HttpResponse<String> response = gateway.get(target);

    // Then
    assertThat(response.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains(
            "default-src 'self'",
            "script-src 'self'",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void pageOfAnotherSiteCannotSubmit(String site) throws Exception {
    // When
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/api/v1/submissions")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString("正文")));

    // Then
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(GatewayServer.json(response).path("title").asString()).contains("其他网站");
  }

  @Test
  void ownPageAndProgramsCanSubmit() throws Exception {
    // When
    HttpResponse<String> page =
        gateway.send(
            gateway
                .request("/api/v1/submissions")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("正文")));
    HttpResponse<String> program =
        gateway.send(gateway.request("/api/v1/submissions").POST(BodyPublishers.ofString("正文")));

    // Then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(program.statusCode()).isEqualTo(200);
  }
}
