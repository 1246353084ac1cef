package io.wenliu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// A Kafka broker (KRaft, its own controller) on 127.0.0.1.
///
/// Ready about two seconds after its start; some 300 MB resident.
///
/// ```java
/// try (var kafka = new KafkaNode(NodeSettings.in(folder))) {
///   kafka.start();
///   kafka.awaitReady(Duration.ofSeconds(60));
///   use(kafka.bootstrapServers());
/// }
/// ```
public final class KafkaNode extends ServerProcess {

  private static final int HEAP_MEBIBYTES = 256;

  private final NodeSettings settings;
  private final Path readyFile;
  private final int port;
  private final int detouredPort;

  public KafkaNode(NodeSettings settings) {
    super("kafka", settings.logFile());
    this.settings = settings;
    this.readyFile = settings.folder().resolve("ready");
    this.port = settings.portOrFree();
    this.detouredPort = settings.detour() == 0 ? 0 : Ports.free();
  }

  /// `127.0.0.1:PORT`, known before the start.
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /// Port of the listener behind [NodeSettings#detour()], known before the start; 0 when there is
  /// none.
  public int detouredPort() {
    return detouredPort;
  }

  @Override
  ChildJvm command() {
    var home = Checkout.built("local-stack/kafka-home/target/kafka-home");
    return new ChildJvm(
        List.of(
            "-Xmx" + settings.heapOr(HEAP_MEBIBYTES) + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dlog4j2.disableJmx=true"),
        List.of(home.resolve("lib/*")),
        "io.wenliu.kafkahome.KafkaNodeMain",
        List.of(writeProperties().toString(), readyFile.toString()),
        Map.of(),
        settings.logFile());
  }

  @Override
  boolean takesRequests() {
    return Files.exists(readyFile);
  }

  private Path writeProperties() {
    var properties = new Properties();
    properties.putAll(defaults());
    if (detouredPort != 0) {
      // A client goes where the listener it came by says the broker is.
      properties.put(
          "listeners", properties.get("listeners") + ",DETOUR://127.0.0.1:" + detouredPort);
      properties.put(
          "advertised.listeners",
          "PLAINTEXT://127.0.0.1:" + port + ",DETOUR://127.0.0.1:" + settings.detour());
      properties.put("inter.broker.listener.name", "PLAINTEXT");
    }
    properties.putAll(settings.overrides());
    try {
      Files.createDirectories(settings.folder());
      Files.deleteIfExists(readyFile);
      var file = settings.folder().resolve("server.properties");
      try (var writer = Files.newBufferedWriter(file)) {
        properties.store(writer, "Written at every start");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> defaults() {
    // A voter is named by host and port in the configuration alone, so this port may change.
    int controllerPort = Ports.free();
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry(
            "listeners",
            "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,DETOUR:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("log.dirs", settings.folder().resolve("data").toString()),
        // Topics are declared by the service that owns them; a typo must not make one.
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        // One machine has all its consumers at once; waiting for more of them only delays it.
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // After kill -9 the controller waits for the former broker's session before it takes the
        // new one; both are the same process here, so nothing speaks for the default of 9 s.
        Map.entry("broker.session.timeout.ms", "4000"),
        Map.entry("broker.heartbeat.interval.ms", "1000"),
        // The cleaner's buffer is on the heap and 128 MB by default.
        Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("background.threads", "2"));
  }
}
