package io.wenliu.benchmarks.search;

import io.wenliu.benchmarks.search.ElasticsearchTap.Tapped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// Sends requests as they were tapped: a wave at once, the next when it is answered.
final class PlainClient implements AutoCloseable {

  private final URI elasticsearch;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PlainClient(URI elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /// Ready to be sent.
  record Plan(List<List<HttpRequest>> waves) {
    int requests() {
      return waves.stream().mapToInt(List::size).sum();
    }
  }

  /// @param tapped those that are no searches and no reads are left out
  Plan plan(List<Tapped> tapped) {
    TreeMap<Integer, List<HttpRequest>> waves = new TreeMap<>();
    for (Tapped request : tapped) {
      if (request.path().contains("_search") || request.path().contains("_mget")) {
        waves
            .computeIfAbsent(request.wave(), wave -> new ArrayList<>())
            .add(
                HttpRequest.newBuilder(elasticsearch.resolve(request.path()))
                    .header("Content-Type", "application/json")
                    .method(request.method(), BodyPublishers.ofString(request.body()))
                    .build());
      }
    }
    return new Plan(List.copyOf(waves.values()));
  }

  /// Returns when all answers are there in full.
  void send(Plan plan) {
    for (List<HttpRequest> wave : plan.waves()) {
      CompletableFuture<?>[] answers =
          wave.stream()
              .map(request -> http.sendAsync(request, BodyHandlers.ofByteArray()))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(answers).join();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
