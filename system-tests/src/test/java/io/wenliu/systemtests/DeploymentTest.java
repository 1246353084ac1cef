package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What `deploy/` says fits the services.
class DeploymentTest {

  private static final Path DEPLOY = Repository.root().resolve("deploy");
  private static final Pattern METRIC = Pattern.compile("wenliu_[a-z_]+");

  private static final Pattern PHASE = Pattern.compile("timeout-per-shutdown-phase: (\\w+)");

  private static final String NAME_LABEL = "/app.kubernetes.io~1name";

  /// Which topic each scaled deployment works through.
  private static final Map<String, List<String>> SCALED =
      Map.of(
          "ingest-service", List.of(group(Stage.INGEST), Topics.SUBMISSIONS),
          "nlp-enrich", List.of(group(Stage.ENRICH), Topics.ARTICLES),
          "nlp-embed", List.of(group(Stage.EMBED), Topics.ENRICHED),
          "index-service", List.of(group(Stage.INDEX), Topics.ENRICHED));

  @Test
  void everyFileThatIsAppliedIsThereAndEveryFileIsApplied() {
    // When
    List<String> applied = strings(kustomization().path("resources"));

    // Then
    assertThat(applied)
        .containsExactlyInAnyOrderElementsOf(
            files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("kustomization.yaml"))
                .toList());
  }

  @Test
  void everyAddressThatTheServicesGetIsAServiceHere() {
    // Given
    Set<String> services = names("Service");

    // When
    List<URI> addresses =
        strings(kustomization().at("/configMapGenerator/0/literals")).stream()
            .map(literal -> literal.split("=", 2)[1])
            .filter(value -> value.startsWith("http:"))
            .map(URI::create)
            .filter(address -> !address.getHost().equals("elasticsearch"))
            .toList();

    // Then
    assertThat(addresses)
        .hasSize(3)
        .allSatisfy(address -> {
          assertThat(services).contains(address.getHost());
          assertThat(address.getPort()).isEqualTo(8080);
        });
  }

  @Test
  void everySettingThatTheServicesGetIsOneOfTheirs() {
    // Given
    Set<String> known =
        SettingsInSources.all().keySet().stream()
            .map(DeploymentTest::environmentVariable)
            .collect(Collectors.toCollection(TreeSet::new));
    known.add("SPRING_KAFKA_BOOTSTRAP_SERVERS");
    // Read by the java command itself.
    known.add("JDK_JAVA_OPTIONS");
    for (Path settings : Repository.files("application.yaml")) {
      Pattern.compile("\\$\\{(WENLIU_[A-Z_]+)")
          .matcher(Repository.text(settings))
          .results()
          .forEach(variable -> known.add(variable.group(1)));
    }

    // When
    List<String> given = new ArrayList<>();
    strings(kustomization().at("/configMapGenerator/0/literals"))
        .forEach(literal -> given.add(literal.split("=", 2)[0]));
    of("Deployment")
        .flatMap(it -> it.at("/spec/template/spec/containers/0/env").valueStream())
        .forEach(variable -> given.add(variable.path("name").asString()));

    // Then
    assertThat(known).containsAll(given);
  }

  @Test
  void everyDeploymentRunsAnImageThatIsVersionedAndAnswersItsProbes() {
    // Given
    List<String> versioned =
        kustomization().path("images").valueStream().map(it -> it.path("name").asString()).toList();

    // Then
    assertThat(of("Deployment"))
        .isNotEmpty()
        .allSatisfy(deployment -> {
          JsonNode container = deployment.at("/spec/template/spec/containers/0");
          assertThat(versioned).contains(container.path("image").asString());
          assertThat(container.at("/livenessProbe/httpGet/path").asString())
              .isEqualTo("/actuator/health/liveness");
          assertThat(container.at("/readinessProbe/httpGet/path").asString())
              .isEqualTo("/actuator/health/readiness");
          assertThat(deployment.at("/spec/selector/matchLabels" + NAME_LABEL))
              .isEqualTo(deployment.at("/spec/template/metadata/labels" + NAME_LABEL))
              .isEqualTo(deployment.at("/metadata/name"));
        });
  }

  @Test
  void aStopHasTimeForWhatTheStagesAreAt() {
    // Given
    Duration stages =
        Duration.parse("PT" + SettingsInSources.all().get("wenliu.kafka.shutdown-timeout"));

    // When
    List<Duration> phases =
        Repository.files("application.yaml").stream()
            .map(Repository::text)
            .filter(text -> text.contains("kafka:"))
            .flatMap(text -> PHASE.matcher(text).results())
            .map(phase -> Duration.parse("PT" + phase.group(1)))
            .toList();

    // Then
    assertThat(phases).hasSize(3).allSatisfy(phase -> assertThat(phase).isGreaterThan(stages));
    assertThat(of("Deployment"))
        .allSatisfy(deployment ->
            assertThat(deployment.at("/spec/template/spec/terminationGracePeriodSeconds").asLong())
                .isGreaterThan(phases.getLast().toSeconds()));
  }

  @Test
  void everyServiceIsScaledByTheLagOfItsOwnGroup() {
    // When
    Map<String, List<String>> scaled =
        of("ScaledObject")
            .collect(
                Collectors.toMap(
                    it -> it.at("/spec/scaleTargetRef/name").asString(),
                    it -> {
                      JsonNode trigger = it.at("/spec/triggers/0/metadata");
                      return List.of(
                          trigger.path("consumerGroup").asString(),
                          trigger.path("topic").asString());
                    }));

    // Then
    assertThat(scaled).isEqualTo(SCALED);
    assertThat(names("Deployment")).containsAll(scaled.keySet());
  }

  @Test
  void alertsAndDashboardAskForMetricsThatTheServicesHave() {
    // Given
    List<String> known = new ArrayList<>();
    for (Path source : Repository.files(".java")) {
      if (source.toString().contains("/src/main/")) {
        Pattern.compile("\"(wenliu\\.[a-z.]+)\"")
            .matcher(Repository.text(source))
            .results()
            .forEach(name -> known.add(name.group(1).replace('.', '_')));
      }
    }

    // When
    Set<String> asked = new TreeSet<>();
    for (String file : List.of("prometheus/rules.yml", "grafana/wenliu.json")) {
      METRIC
          .matcher(Repository.text(DEPLOY.resolve(file)))
          .results()
          .forEach(metric ->
              asked.add(metric.group().replaceAll("_(seconds_bucket|seconds|total)$", "")));
    }

    // Then
    assertThat(asked).isNotEmpty();
    assertThat(known).containsAll(asked);
  }

  private static String group(Stage stage) {
    return "wenliu." + stage.id();
  }

  private static String environmentVariable(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static List<Path> files() {
    return Repository.files(".yaml").stream()
        .filter(file -> file.startsWith(DEPLOY.resolve("kubernetes")))
        .toList();
  }

  private static JsonNode kustomization() {
    return documents(DEPLOY.resolve("kubernetes/kustomization.yaml")).getFirst();
  }

  private static Stream<JsonNode> of(String kind) {
    return files().stream()
        .flatMap(file -> documents(file).stream())
        .filter(document -> document.path("kind").asString().equals(kind));
  }

  private static Set<String> names(String kind) {
    return of(kind).map(it -> it.at("/metadata/name").asString()).collect(Collectors.toSet());
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static List<JsonNode> documents(Path file) {
    try (MappingIterator<JsonNode> documents =
        YAMLMapper.builder().build().readerFor(JsonNode.class).readValues(file.toFile())) {
      return documents.readAll();
    }
  }
}
