package io.wenliu.kafkahome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// Runs one Kafka broker that is its own controller until the process is told to end.
///
/// Arguments: properties file, ready file. An empty data folder is formatted first, in this process
/// rather than by a second start of the JVM. The ready file appears once the broker takes requests.
public final class KafkaNodeMain {

  private KafkaNodeMain() {}

  public static void main(String[] arguments) throws Exception {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      properties.load(reader);
    }
    format(properties);

    var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    server.startup();
    Files.createFile(Path.of(arguments[1]));
    server.awaitShutdown();
  }

  private static void format(Properties properties) throws Exception {
    var folder = Path.of(properties.getProperty("log.dirs"));
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(folder);
    new Formatter()
        .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName(properties.getProperty("controller.listener.names"))
        .setIgnoreFormatted(true)
        .run();
  }
}
