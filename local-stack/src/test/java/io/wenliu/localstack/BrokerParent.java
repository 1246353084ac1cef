package io.wenliu.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/// A process that starts a broker, writes its process id into a file and then waits to be killed.
final class BrokerParent {

  static final String PID_FILE = "broker.pid";

  private BrokerParent() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var kafka = new KafkaNode(NodeSettings.in(folder.resolve("kafka")));
    kafka.start();
    kafka.awaitReady(Duration.ofMinutes(3));
    var written = Files.writeString(folder.resolve("pid.tmp"), Long.toString(kafka.pid()));
    Files.move(written, folder.resolve(PID_FILE), StandardCopyOption.ATOMIC_MOVE);
    Thread.sleep(Duration.ofMinutes(5));
  }
}
