package io.wenliu.systemtests.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Makes Elasticsearch believe that its disk is full, and that it is not: beyond the flood stage it
/// forbids writes by itself, and takes the block away by itself when there is room again.
final class ElasticsearchDisk {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MORE_THAN_ANY_DISK_HAS = "100000gb";

  private final URI elasticsearch;
  private final HttpClient http = HttpClient.newHttpClient();

  ElasticsearchDisk(URI elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /// Returns when writes are refused.
  void fill() {
    watermarks(quoted(MORE_THAN_ANY_DISK_HAS), "true", quoted("10s"));
    await().atMost(PATIENCE).until(this::isBlocked);
  }

  /// Returns when writes are taken again.
  void makeRoom() {
    watermarks(quoted("1b"), "true", quoted("10s"));
    await().atMost(PATIENCE).until(() -> !isBlocked());
    watermarks("null", "null", "null");
  }

  private boolean isBlocked() {
    return send(HttpRequest.newBuilder(elasticsearch.resolve("/articles/_settings")).GET())
        .contains("read_only_allow_delete\":\"true\"");
  }

  private void watermarks(String room, String enabled, String interval) {
    String settings =
        """
        {"persistent": {
          "cluster.info.update.interval": %3$s,
          "cluster.routing.allocation.disk.threshold_enabled": %2$s,
          "cluster.routing.allocation.disk.watermark.low": %1$s,
          "cluster.routing.allocation.disk.watermark.high": %1$s,
          "cluster.routing.allocation.disk.watermark.flood_stage": %1$s}}
        """
            .formatted(room, enabled, interval);
    send(
        HttpRequest.newBuilder(elasticsearch.resolve("/_cluster/settings"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(settings)));
  }

  private String send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(response.statusCode() + ": " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String quoted(String value) {
    return '"' + value + '"';
  }
}
