package io.wenliu.index.search;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Embedding;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Asks nlp-service, in the role `query`, for the vector of a query, and remembers the last ones.
///
/// A search never waits for it longer than the time-out, and while it is away not at all: after a
/// failure it is left alone for a moment. Thread-safe.
@Component
class QueryVectors {

  private static final Logger log = LoggerFactory.getLogger(QueryVectors.class);

  private final HttpClient http;
  private final SearchSettings settings;
  private final Map<String, QueryVector> remembered;
  private volatile long restUntil = System.nanoTime();
  private volatile boolean away;

  QueryVectors(SearchSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            // Without asking each time whether the other side would rather have HTTP/2.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.vectorTimeout())
            .build();
    this.remembered = Collections.synchronizedMap(new Recent(settings.vectorCache()));
  }

  /// A query's vector.
  ///
  /// @param model which made it
  record QueryVector(String model, Embedding vector) {}

  private record Question(String text) {}

  /// Empty while nlp-service does not answer.
  Optional<QueryVector> of(String text) {
    QueryVector known = remembered.get(text);
    if (known != null) {
      return Optional.of(known);
    }
    if (System.nanoTime() - restUntil < 0) {
      return Optional.empty();
    }
    try {
      QueryVector answer = ask(text);
      remembered.put(text, answer);
      away = false;
      return Optional.of(answer);
    } catch (IOException | JacksonException e) {
      restUntil = System.nanoTime() + settings.vectorPause().toNanos();
      if (!away) {
        log.info("Searching by words alone until nlp-service answers: {}", e.toString());
      }
      away = true;
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private QueryVector ask(String text) throws IOException, InterruptedException {
    Duration timeout = settings.vectorTimeout();
    HttpRequest request =
        HttpRequest.newBuilder(settings.nlpUri().resolve("/nlp/v1/query-embedding"))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    ContractJson.mapper().writeValueAsBytes(new Question(text))))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("nlp-service answers " + response.statusCode());
    }
    return ContractJson.mapper().readValue(response.body(), QueryVector.class);
  }

  /// Forgets what has not been asked for the longest.
  private static final class Recent extends LinkedHashMap<String, QueryVector> {

    private static final long serialVersionUID = 1L;

    private final int capacity;

    Recent(int capacity) {
      super(16, 0.75f, true);
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, QueryVector> eldest) {
      return size() > capacity;
    }
  }
}
