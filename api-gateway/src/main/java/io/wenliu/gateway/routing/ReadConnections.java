package io.wenliu.gateway.routing;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/// Connections for what is only read and ends, a search above all: each request waits in its own
/// thread.
///
/// The JDK's client, which passes bodies on in both directions as they come, hands every piece from
/// thread to thread, and on busy processors each of them waits for its turn. For requests with a
/// body this one would not do: where writing one fails, it ends it as if it were whole.
final class ReadConnections implements AutoCloseable {

  /// To one service; whoever comes beyond waits as for a service that does not take connections.
  private static final int MOST = 1024;

  private final GatewaySettings settings;
  private final CloseableHttpClient client;

  ReadConnections(GatewaySettings settings) {
    this.settings = settings;
    Timeout connect = Timeout.of(settings.connectTimeout());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(MOST)
                    .setMaxConnTotal(MOST * Service.values().length)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(connect).build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(connect)
                    // Else every request would offer to go on by TLS.
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setRetryStrategy(new ReadAgain())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  ClientHttpRequestFactory factory() {
    var factory = new HttpComponentsClientHttpRequestFactory(client);
    factory.setReadTimeout(settings.answerTimeout());
    return factory;
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
