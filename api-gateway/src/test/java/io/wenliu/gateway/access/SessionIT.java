package io.wenliu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.gateway.routing.GatewayServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SessionIT {

  @TempDir Path folder;
  private GatewayServer gateway;

  @BeforeEach
  void start() {
    Path file = TestKey.write(folder.resolve("keys.yaml"), TestKey.READER, TestKey.OPERATOR);
    gateway =
        new GatewayServer(
            "--wenliu.gateway.access.keys-file=" + file,
            "--wenliu.gateway.access.keys-interval=1ms");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void keyIsTakenForCookieThatScriptsAndOtherSitesCannotUse(CapturedOutput output)
      throws Exception {
    // When
    HttpResponse<String> signedIn = signIn(TestKey.READER.key());

    // Then
    String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(signedIn.statusCode()).isEqualTo(200);
    assertThat(GatewayServer.json(signedIn).path("name").asString()).isEqualTo("desk");
    assertThat(cookie)
        .startsWith("wenliu-session=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
        .doesNotContain(TestKey.READER.key(), "Secure");
    assertThat(with(cookie, "/api/v1/articles").statusCode()).isEqualTo(200);
    assertThat(with(cookie, "/api/v1/dead-letters").statusCode()).isEqualTo(403);
    assertThat(GatewayServer.json(with(cookie, "/session")).path("roles").get(0).asString())
        .isEqualTo("reader");
    assertThat(output).doesNotContain(TestKey.READER.key());
  }

  @Test
  void cookieStaysOnTlsWhereTheBrowserCameByIt() throws Exception {
    // When
    HttpResponse<String> signedIn =
        gateway.send(
            gateway
                .request("/session")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-Proto", "https")
                .POST(BodyPublishers.ofString("{\"key\":\"" + TestKey.READER.key() + "\"}")));

    // Then
    assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
  }

  @Test
  void wrongKeyIsToldSoAndGetsNoCookie() throws Exception {
    // When
    HttpResponse<String> refused = signIn("wl_wrong");

    // Then
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(GatewayServer.json(refused).path("title").asString()).isEqualTo("密钥无效");
  }

  @Test
  void strangerSeesThePageAndItsSignInAndNothingElse() throws Exception {
    // When
    var session = GatewayServer.json(gateway.get("/session"));

    // Then
    assertThat(session.path("open").asBoolean(true)).isFalse();
    assertThat(session.path("name").isNull()).isTrue();
    assertThat(session.path("roles")).isEmpty();
    assertThat(gateway.get("/").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/openapi.json").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/actuator/prometheus").statusCode()).isEqualTo(401);
    assertThat(gateway.get("/actuator").statusCode()).isEqualTo(401);
    assertThat(gateway.get("/api/v1/nothing").statusCode()).isEqualTo(401);
  }

  @Test
  void pageOfAnotherSiteCanNeitherSignInNorOut() throws Exception {
    // When
    HttpResponse<String> refused =
        gateway.send(gateway.request("/session").header("Sec-Fetch-Site", "cross-site").DELETE());

    // Then
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void signOutEndsTheCookieAndTheKeysEndEndsTheSession() throws Exception {
    // Given
    String cookie = signIn(TestKey.READER.key()).headers().firstValue("Set-Cookie").orElseThrow();

    // When
    HttpResponse<String> out = gateway.send(gateway.request("/session").DELETE());
    TestKey.write(folder.resolve("keys.yaml"), TestKey.OPERATOR);

    // Then
    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("wenliu-session=;")
        .contains("Max-Age=0");
    await().until(() -> with(cookie, "/api/v1/articles").statusCode() == 401);
  }

  private HttpResponse<String> signIn(String key) throws Exception {
    return gateway.send(
        gateway
            .request("/session")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"key\":\"" + key + "\"}")));
  }

  private HttpResponse<String> with(String cookie, String target) throws Exception {
    return gateway.send(gateway.request(target).header("Cookie", cookie.split(";", 2)[0]));
  }
}
