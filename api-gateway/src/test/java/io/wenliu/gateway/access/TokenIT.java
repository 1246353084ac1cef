package io.wenliu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.wenliu.gateway.routing.GatewayServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenIT {

  private static final String ISSUER = "https://identity.example/newsroom";

  private static RSAKey signing;
  private static HttpServer provider;
  private static GatewayServer gateway;

  @BeforeAll
  static void start() throws Exception {
    signing = new RSAKeyGenerator(2048).keyID("2026").generate();
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] keys = new JWKSet(signing.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    provider.createContext(
        "/jwks",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    provider.start();
    gateway = new GatewayServer(settings("http://127.0.0.1:" + provider.getAddress().getPort()));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    provider.stop(0);
  }

  private static String[] settings(String providerUri) {
    return new String[] {
      "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + providerUri + "/jwks",
      "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER,
      "--spring.security.oauth2.resourceserver.jwt.audiences=wenliu",
      "--wenliu.gateway.access.roles-claim=realm_access.roles"
    };
  }

  @Test
  void rolesOfTheTokenDecide() throws Exception {
    // Given
    String token = token(claims("reader", "cook"), signing);

    // When, Then
    assertThat(get("/api/v1/articles", token).statusCode()).isEqualTo(200);
    HttpResponse<String> forbidden = get("/api/v1/dead-letters", token);
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(GatewayServer.json(forbidden).path("detail").asString()).contains("@gao_wen");
    assertThat(get("/api/v1/dead-letters", token(claims("operator"), signing)).statusCode())
        .isEqualTo(200);
    assertThat(GatewayServer.json(get("/session", token)).path("sources").get(0).asString())
        .isEqualTo("city-desk");
  }

  @Test
  void tokenOfOthersForOthersOrOfYesterdayIsNone() throws Exception {
    // Given
    RSAKey forger = new RSAKeyGenerator(2048).keyID("2026").generate();

    // When, Then
    for (String token :
        List.of(
            token(claims("operator"), forger),
            token(claims("operator").audience("payroll"), signing),
            token(claims("operator").issuer("https://other.example"), signing),
            token(
                claims("operator")
                    .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))),
                signing),
            "not.a.token")) {
      HttpResponse<String> refused = get("/api/v1/articles", token);
      assertThat(refused.statusCode()).as(token).isEqualTo(401);
      assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(refused.headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer realm=\"wenliu\"");
    }
  }

  @Test
  void providerThatIsAwayIsNotTakenForWrongToken() throws Exception {
    // Given
    String token = token(claims("reader"), signing);
    try (var lonely = new GatewayServer(settings("http://127.0.0.1:9"))) {
      // When
      HttpResponse<String> answer =
          lonely.send(
              lonely.request("/api/v1/articles").header("Authorization", "Bearer " + token));

      // Then
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void gatewayDoesNotStartWithoutKnowingWhichTokensAreForIt() {
    assertThatThrownBy(() ->
            new GatewayServer(
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:9"))
        .rootCause()
        .hasMessageContaining("audiences");
  }

  private static JWTClaimsSet.Builder claims(String... roles) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("wenliu")
        .subject("gao wen")
        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
        .claim("realm_access", Map.of("roles", List.of(roles)))
        .claim("sources", "city-desk");
  }

  private static String token(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static HttpResponse<String> get(String target, String token) throws Exception {
    return gateway.send(gateway.request(target).header("Authorization", "Bearer " + token));
  }
}
