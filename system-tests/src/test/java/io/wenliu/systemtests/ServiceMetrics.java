package io.wenliu.systemtests;

import io.wenliu.localstack.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Predicate;

/// What a service tells Prometheus.
public final class ServiceMetrics {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private ServiceMetrics() {}

  /// Sum of the samples whose line the predicate takes; 0 if there are none.
  public static double sum(ServiceProcess service, Predicate<String> line)
      throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(service.uri().resolve("/actuator/prometheus")).build(),
            BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line)
        .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1)))
        .sum();
  }
}
