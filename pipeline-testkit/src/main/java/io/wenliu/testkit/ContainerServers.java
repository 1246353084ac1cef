package io.wenliu.testkit;

import java.net.URI;
import java.time.Duration;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/// Servers in Docker containers, the images that a newsroom would run.
final class ContainerServers {

  /// The broker that the build's own client libraries belong to.
  static final DockerImageName KAFKA_IMAGE = DockerImageName.parse("apache/kafka:4.2.1");

  /// Kept equal to the version of the node in local-stack.
  static final DockerImageName ELASTICSEARCH_IMAGE =
      DockerImageName.parse("docker.elastic.co/elasticsearch/elasticsearch:9.5.3");

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private ContainerServers() {}

  // Testcontainers ends the containers with this JVM: by its own container, or by a shutdown hook.
  @SuppressWarnings("resource")
  static String kafka() {
    KafkaContainer container =
        new KafkaContainer(KAFKA_IMAGE)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withStartupTimeout(PATIENCE);
    container.start();
    return container.getBootstrapServers();
  }

  @SuppressWarnings("resource") // as above
  static URI elasticsearch() {
    ElasticsearchContainer container =
        new ElasticsearchContainer(ELASTICSEARCH_IMAGE)
            .withEnv("xpack.security.enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
            .withStartupTimeout(PATIENCE);
    container.start();
    return URI.create("http://" + container.getHttpHostAddress());
  }
}
