package io.wenliu.testkit;

import io.wenliu.localstack.ElasticsearchNode;
import io.wenliu.localstack.KafkaNode;
import io.wenliu.localstack.NodeSettings;
import io.wenliu.localstack.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// Servers as child processes of the tests' JVM, with data of their own under `target/`.
final class ProcessServers {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private ProcessServers() {}

  static String kafka() {
    Path folder = TestFolders.forThisRun("kafka");
    KafkaNode node =
        new KafkaNode(
            NodeSettings.in(folder.resolve("data")).withLogFile(folder.resolve("kafka.log")));
    run(node, folder);
    return node.bootstrapServers();
  }

  static URI elasticsearch() {
    Path folder = TestFolders.forThisRun("elasticsearch");
    ElasticsearchNode node =
        new ElasticsearchNode(
            NodeSettings.in(folder.resolve("data"))
                .withLogFile(folder.resolve("elasticsearch.log")));
    run(node, folder);
    return node.uri();
  }

  /// The data is of no use after the tests, so the end is a kill: seconds faster than a stop. Where
  /// this JVM is killed itself, the child ends all the same and the next run clears its folder.
  private static void run(ServerProcess node, Path folder) {
    node.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  node.kill();
                  TestFolders.delete(folder.resolve("data"));
                },
                "end-" + node.name()));
    node.awaitReady(PATIENCE);
  }
}
