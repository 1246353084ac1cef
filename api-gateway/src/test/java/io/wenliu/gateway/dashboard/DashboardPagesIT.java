package io.wenliu.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.gateway.routing.GatewayServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  static List<String> addresses() {
    return DashboardPages.ADDRESSES;
  }

  @ParameterizedTest
  @MethodSource("addresses")
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
}
