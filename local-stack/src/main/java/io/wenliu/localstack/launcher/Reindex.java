package io.wenliu.localstack.launcher;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Asks a running pipeline to rebuild its indices and waits until they have taken over.
final class Reindex {

  private static final String PATH = "/api/v1/index/rebuild";
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration WITHOUT_ANSWER = Duration.ofMinutes(2);
  private static final int FAILED = 1;

  private final URI gateway;
  private final Console console;

  private Reindex(URI gateway, Console console) {
    this.gateway = gateway;
    this.console = console;
  }

  /// @throws UsageException with a sentence for the caller
  static Reindex parse(List<String> arguments, Console console) {
    if (arguments.isEmpty()) {
      return new Reindex(URI.create("http://127.0.0.1:8080"), console);
    }
    if (arguments.size() == 2 && arguments.getFirst().equals("--gateway")) {
      return new Reindex(URI.create(arguments.getLast()), console);
    }
    throw new UsageException("用法 usage: ./wenliu reindex [--gateway http://127.0.0.1:8080]");
  }

  /// @return the exit status
  int run() throws InterruptedException {
    try (var client = new GatewayClient(gateway)) {
      if (client.post(PATH).isEmpty()) {
        console.line(
            "文流没有应答，或 WENLIU_KEY 不是运维的密钥："
                + gateway
                + "（no answer, or WENLIU_KEY is no operator's key）");
        return FAILED;
      }
      var lastAnswer = System.nanoTime();
      while (System.nanoTime() - lastAnswer < WITHOUT_ANSWER.toNanos()) {
        var status = client.get(PATH);
        if (status.isPresent()) {
          lastAnswer = System.nanoTime();
          if (isOver(status.get())) {
            return 0;
          }
        }
        Thread.sleep(LOOK_EVERY);
      }
      console.line("索引服务一直没有应答；重建会在它恢复后继续（no answer; the rebuild goes on when it is back）");
      return FAILED;
    }
  }

  private boolean isOver(JsonNode status) {
    var messages = status.path("messages").asLong();
    switch (status.path("state").asString("")) {
      case "done" -> {
        console.line("新索引已接管，共写入 %d 条消息（the new indices have taken over）".formatted(messages));
        return true;
      }
      case "waiting" -> console.step("等待 Kafka 或 Elasticsearch 恢复（waiting）");
      case "taking-over" -> console.step("正在接管，已写入 %d 条消息（taking over）".formatted(messages));
      // Of an instance that has started anew, which takes the rebuild up after a moment.
      case "idle" -> console.step("等待重建继续（waiting for the rebuild to go on）");
      default -> console.step("正在重建索引，已写入 %d 条消息（filling）".formatted(messages));
    }
    return false;
  }
}
