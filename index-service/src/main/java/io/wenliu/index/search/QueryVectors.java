package io.wenliu.index.search;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Embedding;
import io.wenliu.index.http.BlockingHttp;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Asks nlp-service, in the role `query`, for the vector of a query, and remembers the last ones.
///
/// A search waits no longer than the time-outs for it, and while it is away not at all: after a
/// failure it is left alone for a moment. Thread-safe.
@Component
class QueryVectors implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(QueryVectors.class);

  /// More than this many searches never wait for vectors at once: nlp-service would be too slow for
  /// them long before.
  private static final int CONNECTIONS = 256;

  private final CloseableHttpClient http;
  private final SearchSettings settings;
  private final Map<String, QueryVector> remembered;
  private volatile long restUntil = System.nanoTime();
  private volatile boolean away;

  QueryVectors(SearchSettings settings) {
    this.settings = settings;
    // It waits in the calling thread. The JDK's client hands each answer from thread to thread, and
    // on busy processors each of them waits for its turn.
    this.http =
        BlockingHttp.client(
                settings.vectorTimeout(), CONNECTIONS, SystemDefaultDnsResolver.INSTANCE)
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
    }
  }

  private QueryVector ask(String text) throws IOException {
    HttpPost request = new HttpPost(settings.nlpUri().resolve("/nlp/v1/query-embedding"));
    request.setEntity(
        new ByteArrayEntity(
            ContractJson.mapper().writeValueAsBytes(new Question(text)),
            ContentType.APPLICATION_JSON));
    byte[] answer = http.execute(request, QueryVectors::body);
    return ContractJson.mapper().readValue(answer, QueryVector.class);
  }

  private static byte[] body(ClassicHttpResponse response) throws IOException {
    if (response.getCode() != 200) {
      throw new IOException("nlp-service answers " + response.getCode());
    }
    return EntityUtils.toByteArray(response.getEntity());
  }

  @Override
  public void close() throws IOException {
    http.close();
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
