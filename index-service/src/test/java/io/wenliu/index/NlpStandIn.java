package io.wenliu.index;

import com.sun.net.httpserver.HttpServer;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Answers in nlp-service's place, while it is told to: every query has the same vector, `1, 0, 0,
/// …`.
final class NlpStandIn implements BeforeAllCallback {

  static final int DIMENSIONS = 512;
  static final String MODEL = "test-model";

  private static final HttpServer SERVER = start();
  private static volatile boolean answering;

  static void answer(boolean yes) {
    answering = yes;
  }

  /// A system property, so that all classes share one Spring context.
  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty("test.nlp.uri", "http://127.0.0.1:" + SERVER.getAddress().getPort());
  }

  private static HttpServer start() {
    float[] query = new float[DIMENSIONS];
    query[0] = 1;
    byte[] answer =
        ContractJson.mapper()
            .writeValueAsBytes(Map.of("model", MODEL, "vector", Embedding.of(query)));
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/nlp/v1/query-embedding",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (answering) {
              exchange.sendResponseHeaders(200, answer.length);
              exchange.getResponseBody().write(answer);
            } else {
              exchange.sendResponseHeaders(503, -1);
            }
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
