package io.wenliu.gateway.routing;

import jakarta.annotation.PreDestroy;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// The connections to the services: one client for what is read and ends, one for what changes
/// something and ends, one for streams, which are cut when the gateway stops so that open live
/// lists do not hold it up.
@Component
class Upstreams {

  private final GatewaySettings settings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReadConnections reads;
  private final HttpClient changes;
  private final HttpClient streams;
  private final ProxyExchange readExchange;
  private final Map<Transfer, ProxyExchange> exchanges = new EnumMap<>(Transfer.class);
  private final List<ProxyExchangeHandlerFunction> proxies = new ArrayList<>();
  private final ObjectProvider<RequestHttpHeadersFilter> requestHeaders;
  private final ObjectProvider<ResponseHttpHeadersFilter> responseHeaders;

  Upstreams(
      GatewaySettings settings,
      GatewayMvcProperties gateway,
      RestClient.Builder rest,
      ObjectProvider<RequestHttpHeadersFilter> requestHeaders,
      ObjectProvider<ResponseHttpHeadersFilter> responseHeaders) {
    this.settings = settings;
    this.requestHeaders = requestHeaders;
    this.responseHeaders = responseHeaders;
    this.reads = new ReadConnections(settings);
    this.changes = client();
    this.streams = client();
    this.readExchange =
        new StreamingExchange(rest.clone().requestFactory(reads.factory()).build(), gateway);
    for (Transfer transfer : Transfer.values()) {
      exchanges.put(transfer, new StreamingExchange(restClient(rest, transfer), gateway));
    }
  }

  /// Passes an operation's requests on to its service, the path unchanged.
  HandlerFunction<ServerResponse> handler(PublicOperation operation) {
    Service service = operation.service();
    var proxy =
        new ProxyExchangeHandlerFunction(
            exchange(operation), requestHeaders, responseHeaders, request -> service.uri(settings));
    proxies.add(proxy);
    return new ServiceTrouble(service, settings).around(proxy);
  }

  private ProxyExchange exchange(PublicOperation operation) {
    if (operation.transfer() == Transfer.ANSWER && operation.method().equals(HttpMethod.GET)) {
      return readExchange;
    }
    ProxyExchange exchange = exchanges.get(operation.transfer());
    if (exchange == null) {
      throw new IllegalStateException("no exchange for " + operation.transfer());
    }
    return exchange;
  }

  private RestClient restClient(RestClient.Builder rest, Transfer transfer) {
    var factory =
        new JdkClientHttpRequestFactory(transfer == Transfer.STREAM ? streams : changes, threads);
    Duration timeout = timeout(transfer);
    if (timeout != null) {
      factory.setReadTimeout(timeout);
    }
    return rest.clone().requestFactory(factory).build();
  }

  private @Nullable Duration timeout(Transfer transfer) {
    return switch (transfer) {
      case ANSWER -> settings.answerTimeout();
      case UPLOAD -> settings.uploadTimeout();
      case STREAM -> null;
    };
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(settings.connectTimeout())
        .executor(threads)
        .build();
  }

  /// The proxies are no beans, and read their header filters when the context is complete.
  @EventListener
  void complete(ContextRefreshedEvent event) {
    proxies.forEach(proxy -> proxy.onApplicationEvent(event));
  }

  /// Comes before the web server waits for its open requests.
  @EventListener
  void stopping(ContextClosedEvent event) {
    streams.shutdownNow();
  }

  @PreDestroy
  void close() {
    reads.close();
    changes.shutdownNow();
    threads.shutdownNow();
  }
}
