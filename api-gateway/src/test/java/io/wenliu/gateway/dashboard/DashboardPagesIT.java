package io.wenliu.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.gateway.routing.GatewayServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DashboardPagesIT {

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
  @FieldSource("io.wenliu.gateway.dashboard.DashboardPages#ADDRESSES")
  void eachAddressOpensThePage(String address) throws Exception {
    // When
    HttpResponse<String> response = gateway.get(address.replaceAll("\\{[^}]+}", "0123-ab"));

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(response.body()).contains("/app/main.js");
  }

  @Test
  void scriptsAreServedAsScripts() throws Exception {
    // When
    HttpResponse<String> response = gateway.get("/app/main.js");

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
  }

  @Test
  void addressThatIsNoneIsExplainedByThePageToBrowsersAndByAProblemToPrograms() throws Exception {
    // When
    HttpResponse<String> browser = getAsBrowser("/nowhere");
    HttpResponse<String> program = gateway.get("/nowhere");
    HttpResponse<String> browserInTheApi = getAsBrowser("/api/v1/nowhere");

    // Then
    assertThat(browser.statusCode()).isEqualTo(404);
    assertThat(browser.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(browser.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(browser.body()).contains("/app/main.js");
    for (HttpResponse<String> problem : List.of(program, browserInTheApi)) {
      assertThat(problem.statusCode()).isEqualTo(404);
      assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
  }

  private static HttpResponse<String> getAsBrowser(String target) throws Exception {
    return gateway.send(
        gateway.request(target).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
  }
}
