package io.wenliu.benchmarks.pipeline;

import io.wenliu.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Elasticsearch past the services: a witness, and the bare thing to compare with.
public final class ElasticsearchHttp implements AutoCloseable {

  private static final int FIRST_ERROR = 300;
  private static final int QUIET_LOOKS = 3;
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  public ElasticsearchHttp(URI address) {
    this.address = address;
  }

  public JsonNode get(String path) {
    return send("GET", path, new byte[0]);
  }

  public JsonNode post(String path, String json) {
    return send("POST", path, json.getBytes(StandardCharsets.UTF_8));
  }

  public JsonNode post(String path, byte[] lines) {
    return send("POST", path, lines);
  }

  public JsonNode put(String path, String json) {
    return send("PUT", path, json.getBytes(StandardCharsets.UTF_8));
  }

  public JsonNode delete(String path) {
    return send("DELETE", path, new byte[0]);
  }

  /// Until nothing is merged any more: what articles before have left to tidy up is not the doing
  /// of those that are measured.
  public void awaitMerges() throws InterruptedException {
    post("/_refresh", "");
    int quiet = 0;
    while (quiet < QUIET_LOOKS) {
      long merges = get("/_stats/merge").at("/_all/total/merges/current").asLong();
      quiet = merges == 0 ? quiet + 1 : 0;
      Thread.sleep(LOOK_EVERY);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private JsonNode send(String method, String path, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", kind(path))
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() >= FIRST_ERROR) {
        throw new IllegalStateException(
            method
                + " "
                + path
                + " answers "
                + answer.statusCode()
                + ": "
                + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return ContractJson.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String kind(String path) {
    return path.contains("_bulk") ? "application/x-ndjson" : "application/json";
  }
}
