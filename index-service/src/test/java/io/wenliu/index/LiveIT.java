package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WithServers
class LiveIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private Newsroom newsroom;

  @Test
  void whatIsAnnouncedIsSearchableAndAReaderWhoComesBackMissesNothing() throws Exception {
    // Given
    HttpClient http = HttpClient.newHttpClient();
    try {
      List<String> lines = follow(http, null);
      await().atMost(PATIENCE).until(() -> lines.contains(":wenliu"));
      newsroom.publishPage(newDocument(), version(1), article("直播第一条", "甲。"));
      await().atMost(PATIENCE).until(() -> has(lines, "直播第一条"));
      assertThat(newsroom.headlines("“直播第一条”")).containsExactly("直播第一条");
      String last =
          lines.stream().filter(line -> line.startsWith("id:")).toList().getLast().substring(3);

      // When
      newsroom.publishPage(newDocument(), version(1), article("直播第二条", "乙。"));
      await().atMost(PATIENCE).until(() -> has(lines, "直播第二条"));
      List<String> resumed = follow(http, last);

      // Then
      await().atMost(PATIENCE).until(() -> has(resumed, "直播第二条"));
      assertThat(has(resumed, "直播第一条")).isFalse();
    } finally {
      // A feed has no end to wait for.
      http.shutdownNow();
    }
  }

  private static boolean has(List<String> lines, String headline) {
    return lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains(headline));
  }

  private List<String> follow(HttpClient http, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(newsroom.uri("/api/v1/live"));
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    InputStream stream =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body();
    List<String> lines = new CopyOnWriteArrayList<>();
    Thread.ofVirtual().start(() -> read(stream, lines));
    return lines;
  }

  private static void read(InputStream stream, List<String> lines) {
    StringBuilder line = new StringBuilder();
    try (var reader = new java.io.InputStreamReader(stream, StandardCharsets.UTF_8)) {
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
}
