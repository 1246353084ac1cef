package io.wenliu.localstack;

import io.wenliu.contract.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/// Has index-service rebuild indices that an earlier release has left in the data folder.
///
/// By itself index-service only waits: on a cluster that is its operator's to begin. A folder of
/// one's own has nobody else who could.
final class OlderIndices {

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /// Of a rebuild under way; far longer than one batch of messages takes.
  private static final Duration STAND_STILL = Duration.ofMinutes(5);

  private static final Set<String> UNDER_WAY = Set.of("filling", "taking-over", "waiting");

  private final URI status;
  private final HttpClient http;
  private final Progress progress;

  OlderIndices(URI indexService, HttpClient http, Progress progress) {
    this.status = indexService.resolve("/api/v1/index/rebuild");
    this.http = http;
    this.progress = progress;
  }

  /// Returns once index-service is ready, has ended, or needs no rebuild and still is not ready
  /// after some time.
  ///
  /// @throws ServerFailedException when a rebuild stands still
  ///
  /// @param waiting whether index-service is alive and not ready
  /// @param patience until a rebuild is under way
  void rebuild(BooleanSupplier waiting, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    long messages = -1;
    while (waiting.getAsBoolean() && System.nanoTime() < deadline) {
      JsonNode now = ask(HttpRequest.newBuilder(status)).orElse(ContractJson.mapper().nullNode());
      boolean underWay = UNDER_WAY.contains(now.path("state").asString(""));
      if (underWay && now.path("messages").asLong() != messages) {
        messages = now.path("messages").asLong();
        progress.step("正在按新结构重建索引，已写入 " + messages + " 条消息（rebuilding the indices）");
        deadline = System.nanoTime() + STAND_STILL.toNanos();
      } else if (now.path("state").asString("").equals("idle") && !now.path("outdated").isEmpty()) {
        progress.step("索引是旧版本的结构，正在按新结构重建索引（the indices are of an earlier release）");
        var _ = ask(HttpRequest.newBuilder(status).POST(BodyPublishers.noBody()));
      }
      pause();
    }
    if (messages >= 0 && waiting.getAsBoolean()) {
      throw new ServerFailedException(
          "索引重建停滞不前；./wenliu demo --fresh 会清空数据重新开始"
              + "（the rebuild stands still; ./wenliu demo --fresh starts anew without the data）。");
    }
  }

  private Optional<JsonNode> ask(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.timeout(ANSWER).build(), BodyHandlers.ofByteArray());
      return answer.statusCode() / 100 == 2
          ? Optional.of(ContractJson.read(answer.body(), JsonNode.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerFailedException("Interrupted while waiting");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerFailedException("Interrupted while waiting");
    }
  }
}
