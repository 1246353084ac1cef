package io.wenliu.gateway.routing;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Where the services are and how long the gateway waits for them.
///
/// @param ingestUri of ingest-service: scheme, host and port
/// @param indexUri of index-service: scheme, host and port
/// @param connectTimeout until a service accepts the connection; then 503
/// @param answerTimeout how long a service may be silent over an ordinary answer; then 504
/// @param uploadTimeout until a submission has been passed on and answered; then 504
/// @param maxRequestSize of one submission's body; beyond it 413
/// @param maxFormSize of any other request's body; beyond it 413
@Validated
@ConfigurationProperties("wenliu.gateway")
record GatewaySettings(
    @NotNull @DefaultValue("http://127.0.0.1:8081") URI ingestUri,
    @NotNull @DefaultValue("http://127.0.0.1:8083") URI indexUri,
    @NotNull @DefaultValue("2s") Duration connectTimeout,
    @NotNull @DefaultValue("30s") Duration answerTimeout,
    @NotNull @DefaultValue("10m") Duration uploadTimeout,
    @NotNull @DefaultValue("110MB") DataSize maxRequestSize,
    @NotNull @DefaultValue("1MB") DataSize maxFormSize) {

  GatewaySettings {
    requireHost("ingest-uri", ingestUri);
    requireHost("index-uri", indexUri);
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("answer-timeout", answerTimeout);
    requirePositive("upload-timeout", uploadTimeout);
    requirePositive("max-request-size", maxRequestSize);
    requirePositive("max-form-size", maxFormSize);
  }

  private static void requireHost(String key, URI uri) {
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "wenliu.gateway." + key + " must be like http://host:port, not " + uri);
    }
  }

  private static void requirePositive(String key, DataSize size) {
    if (size.toBytes() <= 0) {
      throw new IllegalArgumentException("wenliu.gateway." + key + " must be positive");
    }
  }

  private static void requirePositive(String key, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("wenliu.gateway." + key + " must be positive");
    }
  }
}
