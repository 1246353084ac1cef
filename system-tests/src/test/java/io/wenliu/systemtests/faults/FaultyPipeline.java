package io.wenliu.systemtests.faults;

import static org.awaitility.Awaitility.await;

import io.wenliu.localstack.LocalPipeline;
import io.wenliu.localstack.PipelineSettings;
import io.wenliu.localstack.Ports;
import io.wenliu.localstack.Progress;
import io.wenliu.localstack.ServerProcess;
import io.wenliu.localstack.ServiceProcess;
import io.wenliu.testkit.FaultProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A pipeline of its own, by default without vectors, whose services reach Kafka and Elasticsearch
/// over networks that can be spoilt. Senders and witnesses go straight to the servers.
final class FaultyPipeline implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(5);

  /// In bytes: room for the large documents of a run.
  static final long CLAIM_STORE_LIMIT = 400L * 1024 * 1024;

  private final Path folder;
  private final LocalPipeline pipeline;
  private final FaultProxy kafkaNetwork;
  private final FaultProxy elasticsearchNetwork;
  private final TopicSurgery topics;
  private final ElasticsearchDisk disk;

  private FaultyPipeline(Path folder, String nlpRoles, Map<String, String> environment) {
    this.folder = folder;
    int kafka = Ports.free();
    int elasticsearch = Ports.free();
    PipelineSettings settings =
        PipelineSettings.in(folder)
            .withNlpRoles(nlpRoles)
            .withKafkaDetour(kafka)
            .with("WENLIU_CLAIMSTORE_MAXSIZE", Long.toString(CLAIM_STORE_LIMIT))
            .with("WENLIU_ELASTICSEARCH_URI", "http://127.0.0.1:" + elasticsearch);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      settings = settings.with(variable.getKey(), variable.getValue());
    }
    pipeline = new LocalPipeline(settings);
    kafkaNetwork = FaultProxy.open(kafka, pipeline.kafka().detouredPort());
    elasticsearchNetwork = FaultProxy.open(elasticsearch, pipeline.elasticsearch().uri().getPort());
    topics = new TopicSurgery(pipeline.kafka().bootstrapServers());
    disk = new ElasticsearchDisk(pipeline.elasticsearch().uri());
  }

  /// @param nlpRoles of the first nlp-service
  static FaultyPipeline start(Path folder, String nlpRoles) {
    return start(folder, nlpRoles, Map.of());
  }

  /// @param environment variables for every service
  static FaultyPipeline start(Path folder, Map<String, String> environment) {
    return start(folder, "enrich", environment);
  }

  private static FaultyPipeline start(
      Path folder, String nlpRoles, Map<String, String> environment) {
    FaultyPipeline made = new FaultyPipeline(folder, nlpRoles, environment);
    Runtime.getRuntime().addShutdownHook(new Thread(made.pipeline::close, "stop-faulty"));
    made.pipeline.start(Progress.NONE);
    return made;
  }

  LocalPipeline processes() {
    return pipeline;
  }

  /// Where large content lies.
  Path claims() {
    return folder.resolve("claims");
  }

  FaultProxy kafkaNetwork() {
    return kafkaNetwork;
  }

  FaultProxy elasticsearchNetwork() {
    return elasticsearchNetwork;
  }

  TopicSurgery topics() {
    return topics;
  }

  ElasticsearchDisk disk() {
    return disk;
  }

  /// Three services' clocks step an hour to either side, each its own way, and an hour to the
  /// other.
  void stepClocks() {
    List<ServiceProcess> services = List.of(pipeline.ingest(), nlp(), pipeline.index());
    ServiceClocks clocks = new ServiceClocks(folder);
    clocks.give(services);
    awaitReady();
    for (int hours : List.of(1, -1)) {
      for (int i = 0; i < services.size(); i++) {
        clocks.step(services.get(i), Duration.ofHours(i % 2 == 0 ? hours : -hours));
      }
      last(Duration.ofSeconds(5));
    }
    clocks.takeBack(services);
  }

  ServiceProcess nlp() {
    return pipeline.nlp().getFirst();
  }

  /// Kill -9 of all at once, then a start on the same ports.
  void killAndRestart(ServerProcess... victims) {
    for (ServerProcess victim : victims) {
      victim.kill();
    }
    for (ServerProcess victim : victims) {
      victim.start();
    }
  }

  /// Until each process takes requests again.
  void awaitReady() {
    pipeline.processes().forEach(process -> process.awaitReady(PATIENCE));
  }

  /// A fault is given this long to bite.
  static void last(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
  }

  @Override
  public void close() {
    pipeline.close();
    topics.close();
    kafkaNetwork.close();
    elasticsearchNetwork.close();
  }
}
