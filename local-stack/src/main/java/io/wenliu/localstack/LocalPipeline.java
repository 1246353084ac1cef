package io.wenliu.localstack;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Kafka, Elasticsearch and the four services, each in a process of its own on 127.0.0.1.
///
/// ```java
/// try (var pipeline = new LocalPipeline(PipelineSettings.in(folder))) {
///   pipeline.start(Progress.NONE);
///   upload(pipeline.gateway());
///   pipeline.nlp().getFirst().kill();
/// }
/// ```
///
/// Every process ends when this JVM ends, however that happens.
public final class LocalPipeline implements AutoCloseable {

  private static final Duration SERVER_PATIENCE = Duration.ofMinutes(5);
  private static final Duration SERVICE_PATIENCE = Duration.ofMinutes(5);

  private final PipelineSettings settings;
  private final HttpClient http = HttpClient.newHttpClient();
  private final KafkaNode kafka;
  private final ElasticsearchNode elasticsearch;
  private final ServiceProcess ingest;
  private final ServiceProcess index;
  private final ServiceProcess gateway;
  private final List<ServiceProcess> nlp = new CopyOnWriteArrayList<>();
  private @Nullable Supervisor supervisor;
  private @Nullable StartCaches startCaches;

  /// Chooses the ports; starts nothing.
  public LocalPipeline(PipelineSettings settings) {
    this.settings = settings;
    kafka =
        new KafkaNode(
            NodeSettings.in(settings.folder().resolve("kafka"))
                .withLogFile(log("kafka"))
                .withDetour(settings.kafkaDetour()));
    elasticsearch =
        new ElasticsearchNode(
            NodeSettings.in(settings.folder().resolve("elasticsearch"))
                .withLogFile(log("elasticsearch"))
                .withHeapMebibytes(settings.elasticsearchHeapMebibytes()));
    ingest = service(Service.INGEST, Service.INGEST.module(), Ports.free(), Map.of());
    nlp.add(nlpInstance());
    index =
        service(
            Service.INDEX,
            Service.INDEX.module(),
            Ports.free(),
            Map.of(
                "WENLIU_ELASTICSEARCH_URI", elasticsearch.uri().toString(),
                "WENLIU_NLP_URI", nlp.getFirst().uri().toString()));
    gateway =
        service(
            Service.GATEWAY,
            Service.GATEWAY.module(),
            settings.gatewayPort() == 0 ? Ports.free() : settings.gatewayPort(),
            gatewayVariables());
  }

  /// Starts everything and waits until all of it is ready.
  ///
  /// @throws ServerFailedException when a part ends or is not ready in time; what was started is
  ///   stopped by [#close()]
  public void start(Progress progress) {
    progress.step("正在启动 Elasticsearch 与 Kafka");
    elasticsearch.start();
    kafka.start();
    kafka.awaitReady(SERVER_PATIENCE);
    progress.step("Kafka 已就绪，正在启动四个服务");
    // Elasticsearch takes longest; index-service waits for it by itself, so all start beside it.
    ingest.start();
    nlp.getFirst().start();
    index.start();
    gateway.start();
    scaleNlp(settings.nlpInstances());
    elasticsearch.awaitReady(SERVER_PATIENCE);
    progress.step("Elasticsearch 已就绪，正在等待各服务");
    new OlderIndices(index.uri(), http, progress)
        .rebuild(() -> index.isAlive() && !index.takesRequests(), SERVICE_PATIENCE);
    for (var service : services()) {
      service.awaitReady(SERVICE_PATIENCE);
      progress.step(service.name() + " 已就绪");
    }
  }

  /// From now on starts every process again that ends unasked, until [#close()].
  public synchronized void supervise(RestartListener listener) {
    if (supervisor == null) {
      supervisor = new Supervisor(this::processes, listener);
    }
  }

  /// Makes later starts of the services on this machine faster, once per build; returns at once and
  /// works beside what runs, with low priority, until it is done or [#close()].
  public synchronized void makeStartCaches() {
    if (startCaches == null) {
      // The slowest first, should somebody end this soon.
      startCaches = new StartCaches(List.of(nlp.getFirst(), index, ingest, gateway));
    }
  }

  /// Starts or stops instances of nlp-service until there are so many; returns before new ones are
  /// ready. The first one stays: it embeds the queries.
  ///
  /// @param count at least 1
  public synchronized void scaleNlp(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one nlp-service, not " + count);
    }
    while (nlp.size() > count) {
      nlp.removeLast().stop();
    }
    while (nlp.size() < count) {
      var more = nlpInstance();
      nlp.add(more);
      more.start();
    }
  }

  public KafkaNode kafka() {
    return kafka;
  }

  public ElasticsearchNode elasticsearch() {
    return elasticsearch;
  }

  public ServiceProcess ingest() {
    return ingest;
  }

  /// The instances of nlp-service at this moment, at least one.
  public List<ServiceProcess> nlp() {
    return List.copyOf(nlp);
  }

  public ServiceProcess index() {
    return index;
  }

  public ServiceProcess gateway() {
    return gateway;
  }

  /// One more gateway before the same services, on a port and with settings of its own; whoever
  /// asks for it starts and stops it.
  ///
  /// @param name of the process and of its log
  /// @param variables over those of the first gateway
  public ServiceProcess anotherGateway(String name, Map<String, String> variables) {
    var environment = new HashMap<>(gatewayVariables());
    environment.putAll(variables);
    return service(Service.GATEWAY, name, Ports.free(), environment);
  }

  private Map<String, String> gatewayVariables() {
    return Map.of(
        "WENLIU_INGEST_URI", ingest.uri().toString(),
        "WENLIU_INDEX_URI", index.uri().toString());
  }

  /// Address of the dashboard, and of the API below `/api/v1`.
  public URI address() {
    return gateway.uri();
  }

  /// Everything but Kafka and Elasticsearch.
  public List<ServiceProcess> services() {
    return Stream.of(List.of(ingest), nlp, List.of(index, gateway)).flatMap(List::stream).toList();
  }

  /// Every process, Kafka and Elasticsearch first.
  public List<ServerProcess> processes() {
    var all = new ArrayList<ServerProcess>(List.of(kafka, elasticsearch));
    all.addAll(services());
    return all;
  }

  /// Stops everything: what takes work in first, what keeps it last. Running requests and records
  /// in flight are finished by the services' own graceful shutdown.
  @Override
  public void close() {
    endBackground();
    Parallel.forEach(List.of(gateway, ingest), ServerProcess::stop);
    Parallel.forEach(nlp, ServerProcess::stop);
    index.stop();
    Parallel.forEach(List.of(kafka, elasticsearch), ServerProcess::stop);
    http.shutdownNow();
  }

  private synchronized void endBackground() {
    if (supervisor != null) {
      supervisor.close();
    }
    if (startCaches != null) {
      startCaches.close();
    }
  }

  private ServiceProcess nlpInstance() {
    boolean first = nlp.isEmpty();
    return service(
        Service.NLP,
        first ? Service.NLP.module() : Service.NLP.module() + "-" + (nlp.size() + 1),
        Ports.free(),
        Map.of(
            "WENLIU_NLP_ROLES", first ? settings.nlpRoles() : withoutQuery(settings.nlpRoles())));
  }

  private static String withoutQuery(String roles) {
    return roles.replace(",query", "");
  }

  private ServiceProcess service(
      Service service, String name, int port, Map<String, String> variables) {
    var environment = new HashMap<String, String>();
    environment.put(
        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
        settings.kafkaDetour() == 0
            ? kafka.bootstrapServers()
            : "127.0.0.1:" + settings.kafkaDetour());
    environment.put("WENLIU_CLAIM_STORE_DIR", settings.folder().resolve("claims").toString());
    environment.putAll(variables);
    environment.putAll(settings.environment());
    return new ServiceProcess(service, name, port, environment, log(name), http);
  }

  private Path log(String name) {
    return settings.logs().resolve(name + ".log");
  }
}
