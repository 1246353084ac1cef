package io.wenliu.localstack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One instance of a service on 127.0.0.1, ready when its readiness probe says so.
public final class ServiceProcess extends ServerProcess {

  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final Service service;
  private final int port;
  private final Map<String, String> environment;
  private volatile Map<String, String> moreEnvironment = Map.of();
  private final HttpClient http;

  ServiceProcess(
      Service service,
      String name,
      int port,
      Map<String, String> environment,
      Path logFile,
      HttpClient http) {
    super(name, logFile);
    this.service = service;
    this.port = port;
    this.environment = Map.copyOf(environment);
    this.http = http;
  }

  public Service service() {
    return service;
  }

  /// `http://127.0.0.1:PORT`, known before the start.
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Sets variables for the next starts, over those that it has by itself.
  public void setMoreEnvironment(Map<String, String> variables) {
    moreEnvironment = Map.copyOf(variables);
  }

  @Override
  ChildJvm command() {
    var jar = service.applicationJar();
    var variables = new HashMap<>(variables());
    variables.put("SERVER_PORT", Integer.toString(port));
    var options = new ArrayList<>(service.options());
    if (StartCache.isPossible()) {
      options.addAll(new StartCache(service, jar).options());
    }
    return new ChildJvm(
        options, List.of(jar), AppLayout.mainClass(jar), List.of(), variables, logFile());
  }

  /// Lets later starts of the service be faster, where nothing does yet; takes a while.
  void makeStartCache() throws InterruptedException {
    var cache = new StartCache(service);
    if (StartCache.isPossible() && !cache.isThere()) {
      cache.make(variables(), logFile().resolveSibling(name() + "-start-cache.log"));
    }
  }

  private Map<String, String> variables() {
    var variables = new HashMap<>(environment);
    variables.putAll(moreEnvironment);
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    return variables;
  }

  @Override
  boolean takesRequests() {
    var probe =
        HttpRequest.newBuilder(uri().resolve("/actuator/health/readiness"))
            .timeout(PROBE_TIMEOUT)
            .build();
    try {
      return http.send(probe, BodyHandlers.discarding()).statusCode() == OK;
    } catch (java.io.IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
