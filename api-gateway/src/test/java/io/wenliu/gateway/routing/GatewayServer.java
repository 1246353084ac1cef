package io.wenliu.gateway.routing;

import io.wenliu.gateway.ApiGatewayApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The gateway on a free port, between two upstreams.
public final class GatewayServer implements AutoCloseable {

  private final Upstream ingest = Upstream.start();
  private final Upstream index = Upstream.start();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final String uri;

  /// @param settings further `--key=value` arguments
  public GatewayServer(String... settings) {
    String[] arguments = new String[settings.length + 3];
    arguments[0] = "--server.port=0";
    arguments[1] = "--wenliu.gateway.ingest-uri=" + ingest.uri();
    arguments[2] = "--wenliu.gateway.index-uri=" + index.uri();
    System.arraycopy(settings, 0, arguments, 3, settings.length);
    context = SpringApplication.run(ApiGatewayApplication.class, arguments);
    var server = ((WebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new IllegalStateException("the gateway has no web server");
    }
    uri = "http://127.0.0.1:" + server.getPort();
  }

  /// Scheme, host and port.
  public URI address() {
    return URI.create(uri);
  }

  Upstream ingest() {
    return ingest;
  }

  Upstream index() {
    return index;
  }

  /// Both upstreams answer, and have received nothing yet.
  void answersAgain() {
    ingest.answersAgain();
    index.answersAgain();
  }

  Upstream upstream(Service service) {
    return switch (service) {
      case INGEST -> ingest;
      case INDEX -> index;
    };
  }

  /// @param target path and query, encoded
  public HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(uri + target));
  }

  /// Sends a request whose answer is text.
  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Sends a request whose answer is read as it comes.
  HttpResponse<InputStream> open(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  /// GET as text.
  public HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return send(request(target));
  }

  /// A body as JSON.
  public static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  @Override
  public void close() {
    context.close();
    client.close();
    ingest.close();
    index.close();
  }
}
