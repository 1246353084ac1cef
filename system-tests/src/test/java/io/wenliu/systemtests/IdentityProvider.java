package io.wenliu.systemtests;

import com.sun.net.httpserver.HttpServer;
import io.wenliu.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Signs tokens and tells its public key, as an identity provider does; nobody logs in here.
public final class IdentityProvider implements AutoCloseable {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final String AUDIENCE = "wenliu";
  private static final String KEY = "key-of-tests";

  private final KeyPair keys;
  private final HttpServer server;

  private IdentityProvider(KeyPair keys, HttpServer server) {
    this.keys = keys;
    this.server = server;
  }

  public static IdentityProvider start() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var provider =
          new IdentityProvider(
              generator.generateKeyPair(),
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      provider.serveKeys();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /// The environment of a gateway that takes this provider's tokens.
  public Map<String, String> gatewaySettings() {
    return Map.of(
        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks",
        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES",
        AUDIENCE);
  }

  /// An ID token (RFC 7519), good for an hour.
  public String token(String subject, String... roles) {
    Map<String, Object> header = Map.of("alg", "RS256", "typ", "JWT", "kid", KEY);
    Map<String, Object> claims =
        Map.of(
            "sub",
            subject,
            "aud",
            AUDIENCE,
            "exp",
            Instant.now().plus(Duration.ofHours(1)).getEpochSecond(),
            "roles",
            List.of(roles));
    String signed = encoded(json(header)) + "." + encoded(json(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serveKeys() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    byte[] set =
        json(
            Map.of(
                "keys",
                List.of(
                    Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        KEY,
                        "n",
                        encoded(unsigned(key.getModulus())),
                        "e",
                        encoded(unsigned(key.getPublicExponent()))))));
    server.createContext(
        "/jwks",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    server.start();
  }

  /// Big-endian without a sign (RFC 7518 section 2).
  private static byte[] unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static byte[] json(Map<String, ?> value) {
    return ContractJson.mapper().writeValueAsBytes(value);
  }

  private static String encoded(byte[] bytes) {
    return BASE64URL.encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
