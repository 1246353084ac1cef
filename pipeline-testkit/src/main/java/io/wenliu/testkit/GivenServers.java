package io.wenliu.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Servers that somebody else runs; asked for and unreachable means failure.
final class GivenServers {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private GivenServers() {}

  static String kafka(String bootstrap) {
    for (String server : bootstrap.split(",", -1)) {
      int colon = server.lastIndexOf(':');
      if (colon < 1) {
        throw new IllegalStateException(
            TestServers.KAFKA_PROPERTY + " is host:port,…, not " + bootstrap);
      }
      connect(
          server.substring(0, colon).strip(),
          Integer.parseInt(server.substring(colon + 1).strip()));
    }
    return bootstrap;
  }

  static URI elasticsearch(URI uri) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> health =
          http.send(
              HttpRequest.newBuilder(uri.resolve("/_cluster/health")).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      if (health.statusCode() != 200) {
        throw new IllegalStateException(
            "Elasticsearch at " + uri + " answers " + health.statusCode() + ": " + health.body());
      }
      return uri;
    } catch (IOException e) {
      throw unreachable("Elasticsearch", uri.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("Elasticsearch", uri.toString(), e);
    }
  }

  private static void connect(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
    } catch (IOException e) {
      throw unreachable("Kafka", host + ":" + port, e);
    }
  }

  private static IllegalStateException unreachable(String what, String where, Exception cause) {
    return new IllegalStateException(
        what + " was asked for at " + where + " and cannot be reached there", cause);
  }
}
