package io.wenliu.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// How a pipeline is laid out on this machine.
///
/// @param folder data of Kafka, Elasticsearch and the claim store; kept when the pipeline stops
/// @param logs one file per process
/// @param gatewayPort of 127.0.0.1; 0 picks a free one
/// @param nlpInstances at least 1
/// @param nlpRoles of the first nlp-service instance, comma-separated; it alone embeds queries
/// @param elasticsearchHeapMebibytes in MiB
/// @param kafkaDetour port of 127.0.0.1 where services look for Kafka instead of its own; something
///   that passes their bytes on to [KafkaNode#detouredPort()] must listen there; 0 for none
/// @param environment variables for every service, over our own
public record PipelineSettings(
    Path folder,
    Path logs,
    int gatewayPort,
    int nlpInstances,
    String nlpRoles,
    int elasticsearchHeapMebibytes,
    int kafkaDetour,
    Map<String, String> environment) {

  private static final int ELASTICSEARCH_HEAP_MEBIBYTES = 512;

  public PipelineSettings {
    folder = folder.toAbsolutePath();
    logs = logs.toAbsolutePath();
    environment = Map.copyOf(environment);
    if (nlpInstances < 1) {
      throw new IllegalArgumentException("at least one nlp-service, not " + nlpInstances);
    }
  }

  /// One instance of each service on free ports, everything below one folder.
  public static PipelineSettings in(Path folder) {
    return new PipelineSettings(
        folder,
        folder.resolve("logs"),
        0,
        1,
        "enrich,embed,query",
        ELASTICSEARCH_HEAP_MEBIBYTES,
        0,
        Map.of());
  }

  public PipelineSettings withGatewayPort(int port) {
    return new PipelineSettings(
        folder,
        logs,
        port,
        nlpInstances,
        nlpRoles,
        elasticsearchHeapMebibytes,
        kafkaDetour,
        environment);
  }

  public PipelineSettings withNlpInstances(int count) {
    return new PipelineSettings(
        folder,
        logs,
        gatewayPort,
        count,
        nlpRoles,
        elasticsearchHeapMebibytes,
        kafkaDetour,
        environment);
  }

  public PipelineSettings withNlpRoles(String roles) {
    return new PipelineSettings(
        folder,
        logs,
        gatewayPort,
        nlpInstances,
        roles,
        elasticsearchHeapMebibytes,
        kafkaDetour,
        environment);
  }

  public PipelineSettings withElasticsearchHeapMebibytes(int mebibytes) {
    return new PipelineSettings(
        folder, logs, gatewayPort, nlpInstances, nlpRoles, mebibytes, kafkaDetour, environment);
  }

  public PipelineSettings withKafkaDetour(int port) {
    return new PipelineSettings(
        folder,
        logs,
        gatewayPort,
        nlpInstances,
        nlpRoles,
        elasticsearchHeapMebibytes,
        port,
        environment);
  }

  /// One more variable for every service.
  public PipelineSettings with(String variable, String value) {
    var more = new HashMap<>(environment);
    more.put(variable, value);
    return new PipelineSettings(
        folder,
        logs,
        gatewayPort,
        nlpInstances,
        nlpRoles,
        elasticsearchHeapMebibytes,
        kafkaDetour,
        more);
  }
}
