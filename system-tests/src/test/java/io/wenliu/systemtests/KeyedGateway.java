package io.wenliu.systemtests;

import io.wenliu.localstack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// A gateway that asks for keys, and takes tokens too, before the services of the shared pipeline.
public final class KeyedGateway implements AutoCloseable {

  public static final String READER = "wl_reader-of-the-system-tests";
  public static final String WIRE = "wl_wire-of-the-system-tests";
  public static final String OPERATOR = "wl_operator-of-the-system-tests";

  /// What the key [#WIRE] may submit as.
  public static final String WIRE_SOURCE = "wire-of-tests";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ServiceProcess process;
  private final IdentityProvider provider;

  private KeyedGateway(ServiceProcess process, IdentityProvider provider) {
    this.process = process;
    this.provider = provider;
  }

  public static KeyedGateway start() {
    IdentityProvider provider = IdentityProvider.start();
    Map<String, String> settings = new HashMap<>(provider.gatewaySettings());
    settings.put("WENLIU_GATEWAY_ACCESS_KEYSFILE", keys().toString());
    var process = SharedPipeline.get().anotherGateway("api-gateway-with-keys", settings);
    process.start();
    process.awaitReady(PATIENCE);
    return new KeyedGateway(process, provider);
  }

  /// A token of the identity provider whose tokens the gateway takes.
  public String token(String subject, String... roles) {
    return provider.token(subject, roles);
  }

  private static Path keys() {
    try {
      return Files.writeString(
          Files.createTempFile("wenliu-keys", ".yaml"),
          "keys:\n"
              + entry("city-desk", READER, "roles: [reader]")
              + entry("wire", WIRE, "roles: [submitter]\n    sources: [" + WIRE_SOURCE + "]")
              + entry("night-shift", OPERATOR, "roles: [operator]"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String entry(String name, String key, String rights) {
    return "  - name: %s%n    sha256: \"%s\"%n    %s%n".formatted(name, sha256(key), rights);
  }

  private static String sha256(String key) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  public URI address() {
    return process.uri();
  }

  @Override
  public void close() {
    process.stop();
    provider.close();
  }
}
