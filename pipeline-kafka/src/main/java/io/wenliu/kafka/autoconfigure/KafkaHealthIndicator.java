package io.wenliu.kafka.autoconfigure;

import io.wenliu.kafka.stage.StageContainers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.KafkaAdmin;

/// Up when the brokers answer and every stage of this service consumes; meant for readiness, since
/// a restart does not bring Kafka back.
final class KafkaHealthIndicator extends AbstractHealthIndicator implements DisposableBean {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Map<String, Object> settings;
  private final StageContainers stages;
  private volatile @Nullable Admin admin;

  KafkaHealthIndicator(KafkaAdmin kafkaAdmin, StageContainers stages) {
    super("Kafka does not answer");
    this.settings = Map.copyOf(kafkaAdmin.getConfigurationProperties());
    this.stages = stages;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    DescribeClusterOptions options =
        new DescribeClusterOptions().timeoutMs((int) TIMEOUT.toMillis());
    int nodes;
    try {
      nodes =
          admin()
              .describeCluster(options)
              .nodes()
              .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
              .size();
    } catch (ExecutionException | TimeoutException e) {
      // Thrown on, it would be logged with its stack trace at every probe while Kafka is away.
      builder.down().withDetail("kafka", "does not answer: " + e);
      return;
    }
    boolean consuming = stages.allConsuming();
    builder
        .status(consuming ? Status.UP : Status.OUT_OF_SERVICE)
        .withDetail("nodes", nodes)
        .withDetail("consuming", consuming);
  }

  private synchronized Admin admin() {
    Admin client = admin;
    if (client == null) {
      client = Admin.create(settings);
      admin = client;
    }
    return client;
  }

  @Override
  public void destroy() {
    Admin client = admin;
    if (client != null) {
      client.close(TIMEOUT);
    }
  }
}
