package io.wenliu.testkit;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides where the Kafka and the Elasticsearch of the tests come from; both are always real.
///
/// | asked for by | servers |
/// |---|---|
/// | nothing | child processes of this JVM, from Maven artifacts |
/// | `-Dtest.kafka.bootstrap=HOST:PORT`, `-Dtest.elasticsearch.uri=URI` | those already running there |
/// | `-Dtest.servers=containers` (profile `-Pcontainers`) | Docker containers |
///
/// One pair is started, when first asked for, and shared by all tests of the JVM, so tests use
/// names of their own ([Names#unique(String)]) for what they create. What cannot be reached or
/// started fails every test that asks for it; nothing is skipped. The servers end with the JVM,
/// however that ends.
public final class TestServers {

  /// Names running brokers, as `host:port,…`.
  public static final String KAFKA_PROPERTY = "test.kafka.bootstrap";

  /// Names a running Elasticsearch, as `http://host:port`.
  public static final String ELASTICSEARCH_PROPERTY = "test.elasticsearch.uri";

  /// `processes` (the default) or `containers`.
  public static final String SERVERS_PROPERTY = "test.servers";

  private static final Once<String> KAFKA = new Once<>(() -> startKafka(System::getProperty));
  private static final Once<URI> ELASTICSEARCH =
      new Once<>(() -> startElasticsearch(System::getProperty));

  private TestServers() {}

  /// Bootstrap servers of the shared broker, ready for requests.
  ///
  /// @throws IllegalStateException if it cannot be started or reached
  public static String kafka() {
    return KAFKA.get();
  }

  /// Address of the shared Elasticsearch, ready for requests.
  ///
  /// @throws IllegalStateException if it cannot be started or reached
  public static URI elasticsearch() {
    return ELASTICSEARCH.get();
  }

  static String startKafka(Settings settings) {
    String given = settings.get(KAFKA_PROPERTY);
    if (given != null && !given.isBlank()) {
      return GivenServers.kafka(given);
    }
    return inContainers(settings) ? ContainerServers.kafka() : ProcessServers.kafka();
  }

  static URI startElasticsearch(Settings settings) {
    String given = settings.get(ELASTICSEARCH_PROPERTY);
    if (given != null && !given.isBlank()) {
      return GivenServers.elasticsearch(URI.create(given));
    }
    return inContainers(settings)
        ? ContainerServers.elasticsearch()
        : ProcessServers.elasticsearch();
  }

  private static boolean inContainers(Settings settings) {
    String servers = settings.get(SERVERS_PROPERTY);
    return switch (servers == null ? "processes" : servers) {
      case "processes" -> false;
      case "containers" -> true;
      default ->
          throw new IllegalStateException(
              "-D" + SERVERS_PROPERTY + " is processes or containers, not " + servers);
    };
  }

  /// System properties, or a test's own.
  @FunctionalInterface
  interface Settings {
    @Nullable String get(String property);
  }

  /// A value that is made when first asked for; a failure is remembered and thrown each time.
  private static final class Once<T> {

    private final Supplier<T> maker;
    private @Nullable T value;
    private @Nullable RuntimeException failure;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    synchronized T get() {
      if (failure != null) {
        throw new IllegalStateException(failure.getMessage(), failure);
      }
      T known = value;
      if (known == null) {
        try {
          known = maker.get();
        } catch (RuntimeException e) {
          failure = e;
          throw e;
        }
        value = known;
      }
      return known;
    }
  }
}
