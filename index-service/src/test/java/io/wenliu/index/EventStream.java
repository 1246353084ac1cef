package io.wenliu.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The lines of an open stream of events.
final class EventStream implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  EventStream(URI uri, @Nullable String lastEventId) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    InputStream stream =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body();
    Thread.ofVirtual().start(() -> read(stream));
  }

  boolean isOpen() {
    return lines.contains(":wenliu");
  }

  /// What has been told so far.
  List<String> data() {
    return lines.stream()
        .filter(line -> line.startsWith("data:"))
        .map(line -> line.substring(5))
        .toList();
  }

  boolean has(String text) {
    return data().stream().anyMatch(line -> line.contains(text));
  }

  String lastEventId() {
    return lines.stream().filter(line -> line.startsWith("id:")).toList().getLast().substring(3);
  }

  private void read(InputStream stream) {
    StringBuilder line = new StringBuilder();
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
    } catch (IOException e) {
      lines.add("ended: " + e);
    }
  }

  /// A stream has no end to wait for.
  @Override
  public void close() {
    http.shutdownNow();
  }
}
