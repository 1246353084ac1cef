package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.cluster.HealthResponse;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/// Up when the cluster answers, no shard of it is missing, and the indices are in place.
@Component("elasticsearch")
class ElasticsearchHealthIndicator extends AbstractHealthIndicator {

  private final ElasticsearchClient client;
  private final SchemaInstaller schema;

  ElasticsearchHealthIndicator(ElasticsearchClient client, SchemaInstaller schema) {
    super("Elasticsearch does not answer");
    this.client = client;
    this.schema = schema;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    HealthResponse health = client.cluster().health(request -> request.timeout(t -> t.time("1s")));
    boolean usable = schema.installed() && health.status() != HealthStatus.Red;
    builder
        .status(usable ? "UP" : "DOWN")
        .withDetail("cluster", health.clusterName())
        .withDetail("status", health.status().jsonValue())
        .withDetail("indicesInPlace", schema.installed())
        .withDetail("outdatedIndices", schema.outdated());
  }
}
