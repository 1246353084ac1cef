package io.wenliu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.gateway.access.Role;
import io.wenliu.gateway.access.TestKey;
import io.wenliu.gateway.routing.Upstream.Received;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RolesIT {

  @TempDir static Path folder;
  private static GatewayServer gateway;

  @BeforeAll
  static void start() {
    Path file =
        TestKey.write(
            folder.resolve("keys.yaml"), TestKey.READER, TestKey.SUBMITTER, TestKey.OPERATOR);
    gateway = new GatewayServer("--wenliu.gateway.access.keys-file=" + file);
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
  void eachOperationIsForItsRolesAndNobodyElse(PublicOperation operation) throws Exception {
    for (Role role : Role.values()) {
      // When
      HttpResponse<String> answer = send(operation, keyOf(role).key());

      // Then
      boolean may = role == Role.OPERATOR || operation.roles().contains(role);
      assertThat(answer.statusCode()).as(role + " " + operation).isEqualTo(may ? 200 : 403);
      assertThat(gateway.upstream(operation.service()).received().poll() != null).isEqualTo(may);
    }
    assertThat(send(operation, "").statusCode()).isEqualTo(401);
    assertThat(send(operation, "wl_no-such-key").statusCode()).isEqualTo(401);
    assertThat(gateway.upstream(operation.service()).received()).isEmpty();
  }

  @Test
  void addressThatIsWrittenOtherwiseIsNoWayIn() throws Exception {
    for (String target :
        List.of(
            "/%61pi/v1/dead-letters",
            "/api/v1/dead%2Dletters",
            "/api/v1//dead-letters",
            "/api/v1/./dead-letters",
            "/api/v1/dead-letters/",
            "/api/v1/dead-letters;a=b",
            "/api/v1/articles/%2e%2e/dead-letters",
            "/api/v1/articles/..%2fdead-letters",
            "//api/v1/dead-letters")) {
      // When
      HttpResponse<String> stranger = gateway.get(target);
      HttpResponse<String> reader =
          gateway.send(gateway.request(target).header("X-Api-Key", TestKey.READER.key()));

      // Then
      assertThat(stranger.statusCode()).as(target).isIn(400, 401, 404);
      assertThat(reader.statusCode()).as(target).isIn(400, 403, 404);
      assertThat(gateway.index().received()).as(target).isEmpty();
    }
  }

  @Test
  void preflightOfAnotherSiteIsNoWayIn() throws Exception {
    // When
    HttpResponse<String> answer =
        gateway.send(
            gateway
                .request("/api/v1/dead-letters")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(gateway.index().received()).isEmpty();
  }

  @Test
  void servicesAreToldTheCallerWhateverTheClientClaimsAndNeverItsSecrets() throws Exception {
    // When
    gateway.send(
        gateway
            .request("/api/v1/submissions")
            .header("X-Api-Key", TestKey.SUBMITTER.key())
            .header("Cookie", "wenliu-session=x")
            .header("X-Wenliu-Caller", "root")
            .header("x-wenliu-caller-roles", "operator")
            .header("X-Wenliu-Caller-Sources", "*")
            .header("X-Wenliu-Caller-Anything", "else")
            .header("X-Wenliu-Source", "wire-2")
            .POST(BodyPublishers.ofString("正文")));

    // Then
    Received received = gateway.ingest().received().poll(5, TimeUnit.SECONDS);
    assertThat(received).isNotNull();
    assertThat(received.headers())
        .containsEntry("x-wenliu-caller", "wire")
        .containsEntry("x-wenliu-caller-roles", "submitter")
        .containsEntry("x-wenliu-caller-sources", "wire,wire-2")
        .containsEntry("x-wenliu-source", "wire-2")
        .doesNotContainKeys("x-wenliu-caller-anything", "x-api-key", "cookie", "authorization");
  }

  @Test
  void openGatewayPassesEverybodyOnAsOperator() throws Exception {
    try (var open = new GatewayServer()) {
      // When
      open.send(
          open.request("/api/v1/alerts")
              .header("X-Wenliu-Caller-Roles", "reader")
              .POST(BodyPublishers.ofString("{}")));

      // Then
      Received received = open.index().received().poll(5, TimeUnit.SECONDS);
      assertThat(received).isNotNull();
      assertThat(received.headers())
          .containsEntry("x-wenliu-caller", "anybody")
          .containsEntry("x-wenliu-caller-roles", "operator")
          .containsEntry("x-wenliu-caller-sources", "*");
    }
  }

  private static TestKey keyOf(Role role) {
    return switch (role) {
      case READER -> TestKey.READER;
      case SUBMITTER -> TestKey.SUBMITTER;
      case OPERATOR -> TestKey.OPERATOR;
    };
  }

  /// @param key empty for none
  private static HttpResponse<String> send(PublicOperation operation, String key) throws Exception {
    var request =
        gateway
            .request(operation.path().replaceAll("\\{[^}]+}", "0123-ab"))
            .method(operation.method().name(), BodyPublishers.noBody());
    return gateway.send(key.isEmpty() ? request : request.header("X-Api-Key", key));
  }
}
