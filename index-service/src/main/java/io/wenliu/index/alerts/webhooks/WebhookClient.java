package io.wenliu.index.alerts.webhooks;

import io.wenliu.contract.AlertDefined.Webhook;
import io.wenliu.index.http.BlockingHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Posts signed messages.
///
/// A name is resolved once a connection, what it resolves to is checked, and the connection goes to
/// just that address: so a name that changes between check and connection gains nothing. Redirects
/// are not followed. Thread-safe.
@Component
@EnableConfigurationProperties(WebhookSettings.class)
public class WebhookClient implements AutoCloseable {

  private static final String SIGNATURE = "X-Wenliu-Signature";
  private static final String ID = "X-Wenliu-Id";
  private static final int SUCCESS = 200;
  private static final int AFTER_SUCCESS = 300;

  private final CloseableHttpClient http;

  WebhookClient(AddressGuard guard, WebhookSettings settings) {
    this.http =
        BlockingHttp.client(settings.timeout(), settings.concurrency(), new GuardedResolver(guard))
            .setUserAgent("wenliu")
            .build();
  }

  /// How a post went.
  public sealed interface Outcome {
    /// The receiver has it.
    record Received() implements Outcome {}

    /// The receiver does not want it, or its address is none.
    record Refused(String problem) implements Outcome {}

    /// The receiver could not be reached, or said nothing.
    record Unanswered(String problem) implements Outcome {}
  }

  /// @param id by which the receiver tells a repetition
  /// @param body JSON in UTF-8
  public Outcome post(Webhook webhook, String id, byte[] body, Instant now) {
    HttpPost request = new HttpPost(URI.create(webhook.url()));
    request.setHeader(SIGNATURE, signature(webhook.secret(), body, now));
    request.setHeader(ID, id);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    // Closed without reading what the receiver has to say: it may never end.
    try (ClassicHttpResponse response = http.executeOpen(null, request, null)) {
      int status = response.getCode();
      return status >= SUCCESS && status < AFTER_SUCCESS
          ? new Outcome.Received()
          : new Outcome.Refused("HTTP " + status);
    } catch (IOException e) {
      return new Outcome.Unanswered(String.valueOf(e));
    } catch (IllegalArgumentException e) {
      return new Outcome.Refused(String.valueOf(e));
    }
  }

  /// `t=<seconds since 1970>,v1=<hex HMAC-SHA256 of t, a dot and the body>`.
  static String signature(String secret, byte[] body, Instant now) {
    long time = now.getEpochSecond();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }

  private static final class GuardedResolver extends SystemDefaultDnsResolver {
    private final AddressGuard guard;

    GuardedResolver(AddressGuard guard) {
      this.guard = guard;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return guard.checked(super.resolve(host));
    }
  }
}
