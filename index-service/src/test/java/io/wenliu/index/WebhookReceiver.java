package io.wenliu.index;

import com.sun.net.httpserver.HttpServer;
import io.wenliu.contract.ContractJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody's server that matches are posted to.
final class WebhookReceiver implements AutoCloseable {

  private record Posted(String signature, String body) {}

  private final HttpServer server;
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private final AtomicInteger toRefuse = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  WebhookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          if (refused.get() < toRefuse.get()) {
            refused.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
          } else {
            posted.add(
                new Posted(
                    exchange.getRequestHeaders().getFirst("X-Wenliu-Signature"),
                    new String(body, StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
          }
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void refuse(int first) {
    toRefuse.set(first);
  }

  int refused() {
    return refused.get();
  }

  List<String> ids() {
    return posted.stream()
        .map(post -> ContractJson.mapper().readTree(post.body()).path("id").asString())
        .toList();
  }

  /// As a receiver is told to check it.
  boolean isSignedWith(String secret) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    for (Posted post : posted) {
      String time = post.signature().substring(2, post.signature().indexOf(','));
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      String expected =
          "t="
              + time
              + ",v1="
              + HexFormat.of().formatHex(mac.doFinal(post.body().getBytes(StandardCharsets.UTF_8)));
      if (!expected.equals(post.signature())) {
        return false;
      }
    }
    return !posted.isEmpty();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
