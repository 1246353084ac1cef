package io.wenliu.index;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Passes requests on to Elasticsearch, and answers bulk requests itself with 429 while told to.
final class BusyProxy implements AutoCloseable {

  private static final List<String> PASSED_ON =
      List.of("Content-Type", "Accept", "X-Elastic-Product");
  private static final byte[] TOO_BUSY =
      """
      {"error":{"type":"es_rejected_execution_exception","reason":"too busy"},"status":429}
      """
          .getBytes(StandardCharsets.UTF_8);

  private final URI target;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile boolean busy;

  private BusyProxy(URI target) throws IOException {
    this.target = target;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  static BusyProxy before(URI elasticsearch) {
    try {
      return new BusyProxy(elasticsearch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// @return how many were refused since
  AtomicInteger refuseBulks() {
    refusals.set(0);
    busy = true;
    return refusals;
  }

  void takeBulks() {
    busy = false;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (busy && exchange.getRequestURI().getPath().endsWith("/_bulk")) {
        refusals.incrementAndGet();
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(429, TOO_BUSY.length);
        exchange.getResponseBody().write(TOO_BUSY);
        return;
      }
      passOn(exchange, body);
    }
  }

  private void passOn(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String name : PASSED_ON) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      for (String name : PASSED_ON) {
        response
            .headers()
            .firstValue(name)
            .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
      }
      boolean none = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
      exchange.sendResponseHeaders(response.statusCode(), none ? -1 : response.body().length);
      if (!none) {
        exchange.getResponseBody().write(response.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
