package io.wenliu.systemtests.faults;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.localstack.ServerProcess;
import io.wenliu.localstack.ServiceProcess;
import io.wenliu.testkit.FaultProxy;
import io.wenliu.testkit.NetworkFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What happens to the pipeline while articles flow. Each is mended when it returns.
enum Fault {
  TOPIC_REPARTITIONED(
      "wenliu.articles gets three more partitions",
      (p, scene) ->
          p.topics().repartition(Topics.ARTICLES, p.topics().partitions(Topics.ARTICLES) + 3)),
  ARTICLES_MADE_ANEW(
      "wenliu.articles deleted, made anew, replayed",
      (p, scene) ->
          replayInto(p, Topics.ARTICLES, p.processes().ingest(), Stage.INGEST, Topics.SUBMISSIONS)),
  ENRICHED_MADE_ANEW(
      "wenliu.enriched deleted, made anew, replayed",
      (p, scene) -> replayInto(p, Topics.ENRICHED, p.nlp(), Stage.ENRICH, Topics.ARTICLES)),
  BROKER_CLOCK_STEPS(
      "the broker's clock steps 50 min ahead, then back",
      (p, scene) -> {
        p.topics().timestamps(Topics.SUBMISSIONS, "CreateTime");
        FaultyPipeline.last(Duration.ofSeconds(2));
        scene.sendByClocks();
        p.topics().timestamps(Topics.SUBMISSIONS, "LogAppendTime");
      }),
  SERVICE_CLOCKS_STEP(
      "the services' clocks step ±1 h while they run", (p, scene) -> p.stepClocks()) {
    @Override
    boolean isPossible() {
      return ServiceClocks.available();
    }
  },
  DUPLICATES_AND_LATECOMERS(
      "everything sent again, the last first", (p, scene) -> scene.sendEverythingAgain()),
  CLAIM_STORE_AWAY("the claim store takes nothing for 10 s", (p, scene) -> scene.loseClaims()),
  CLAIM_STORE_FULL("the claim store is full for 10 s", (p, scene) -> scene.fillClaims()),
  INGEST_KILLED("kill -9 ingest-service", (p, scene) -> p.killAndRestart(p.processes().ingest())),
  NLP_KILLED("kill -9 nlp-service", (p, scene) -> p.killAndRestart(p.nlp())),
  INDEX_KILLED("kill -9 index-service", (p, scene) -> p.killAndRestart(p.processes().index())),
  GATEWAY_KILLED("kill -9 api-gateway", (p, scene) -> p.killAndRestart(p.processes().gateway())),
  TWO_SERVICES_KILLED(
      "kill -9 two services at once", (p, scene) -> p.killAndRestart(twoOf(p, scene.random()))),
  BROKER_KILLED("kill -9 broker", (p, scene) -> p.killAndRestart(p.processes().kafka())),
  BROKER_PAUSED("broker SIGSTOP 10 s", (p, scene) -> pause(p.processes().kafka())),
  ELASTICSEARCH_STOPPED(
      "Elasticsearch stopped 10 s",
      (p, scene) -> {
        p.processes().elasticsearch().stop();
        FaultyPipeline.last(Duration.ofSeconds(10));
        p.processes().elasticsearch().start();
      }),
  ELASTICSEARCH_KILLED(
      "kill -9 Elasticsearch", (p, scene) -> p.killAndRestart(p.processes().elasticsearch())),
  ELASTICSEARCH_PAUSED(
      "Elasticsearch SIGSTOP 10 s", (p, scene) -> pause(p.processes().elasticsearch())),
  ELASTICSEARCH_FULL(
      "Elasticsearch beyond its flood stage",
      (p, scene) -> {
        p.disk().fill();
        FaultyPipeline.last(Duration.ofSeconds(5));
        p.disk().makeRoom();
      }),
  BROKER_LATENCY(
      "Kafka 100 ms away for 15 s",
      (p, scene) -> spoil(p.kafkaNetwork(), NetworkFault.latency(Duration.ofMillis(100)), 15)),
  BROKER_STALL(
      "connections to Kafka stall 15 s",
      (p, scene) -> spoil(p.kafkaNetwork(), NetworkFault.STALL, 15)),
  BROKER_RESET(
      "connections to Kafka are reset for 5 s",
      (p, scene) -> spoil(p.kafkaNetwork(), NetworkFault.RESET, 5)),
  BROKER_HALF_OPEN(
      "connections to Kafka half-open",
      (p, scene) -> spoil(p.kafkaNetwork(), NetworkFault.HALF_OPEN, 5)),
  ELASTICSEARCH_LATENCY(
      "Elasticsearch 200 ms away for 15 s",
      (p, scene) ->
          spoil(p.elasticsearchNetwork(), NetworkFault.latency(Duration.ofMillis(200)), 15)),
  ELASTICSEARCH_STALL(
      "connections to Elasticsearch stall 15 s",
      (p, scene) -> spoil(p.elasticsearchNetwork(), NetworkFault.STALL, 15)),
  ELASTICSEARCH_RESET(
      "connections to Elasticsearch are reset for 5 s",
      (p, scene) -> spoil(p.elasticsearchNetwork(), NetworkFault.RESET, 5)),
  ELASTICSEARCH_HALF_OPEN(
      "connections to Elasticsearch half-open",
      (p, scene) -> spoil(p.elasticsearchNetwork(), NetworkFault.HALF_OPEN, 5)),
  NLP_SCALED(
      "nlp-service 1 → 3 → 1",
      (p, scene) -> {
        p.processes().scaleNlp(3);
        p.awaitReady();
        FaultyPipeline.last(Duration.ofSeconds(3));
        p.processes().scaleNlp(1);
      });

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
  private final Strike strike;

  Fault(String title, Strike strike) {
    this.title = title;
    this.strike = strike;
  }

  private interface Strike {
    void at(FaultyPipeline pipeline, Scene scene);
  }

  /// What some faults need besides the pipeline.
  interface Scene {
    Random random();

    /// Sends what has no version of its own, under a sender's clock that steps.
    void sendByClocks();

    void sendEverythingAgain();

    /// Takes the claim store away while large documents come in, and gives it back.
    void loseClaims();

    /// Lets the claim store run full while large documents come in, and makes room again.
    void fillClaims();
  }

  /// Whether this machine has what it takes.
  boolean isPossible() {
    return true;
  }

  String title() {
    return title;
  }

  void strike(FaultyPipeline pipeline, Scene scene) {
    strike.at(pipeline, scene);
  }

  private static ServiceProcess[] twoOf(FaultyPipeline pipeline, Random random) {
    List<ServiceProcess> services = new ArrayList<>(pipeline.processes().services());
    services.remove(pipeline.processes().gateway());
    Collections.shuffle(services, random);
    return services.subList(0, 2).toArray(ServiceProcess[]::new);
  }

  private static void pause(ServerProcess process) {
    process.freeze();
    FaultyPipeline.last(Duration.ofSeconds(10));
    process.thaw();
  }

  private static void spoil(FaultProxy network, NetworkFault fault, int seconds) {
    network.behave(fault);
    FaultyPipeline.last(Duration.ofSeconds(seconds));
    network.behave(NetworkFault.NONE);
  }

  /// As docs/operations.md says: the writer stops, the topic is made anew, the writer's group goes
  /// back to the start of what it reads.
  private static void replayInto(
      FaultyPipeline pipeline, String topic, ServiceProcess writer, Stage stage, String from) {
    writer.stop();
    pipeline.topics().makeAnew(topic);
    pipeline.topics().replay("wenliu." + stage.id(), from);
    writer.start();
  }
}
