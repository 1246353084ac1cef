package io.wenliu.index.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.wenliu.index.search.ArticleSearch.Found;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/// Searches a few times by itself once the service is ready, so that readers need not wait for what
/// only the first searches need: code that is loaded and compiled, files that are read, here, in
/// nlp-service and in Elasticsearch. It took the first of them a second.
///
/// Searches that find nothing prepare little: while the index is empty they are tried again.
@Component
class FirstSearches implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(FirstSearches.class);

  /// Of what newspapers always have.
  private static final List<String> QUERIES =
      List.of("中国 经济发展", "教育", "人工智能 企业", "记者", "城市建设", "科技创新 -体育", "文化");

  /// As the dashboard asks.
  private static final int PAGE = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PAUSE_WITHOUT_HITS = Duration.ofSeconds(1);

  private final ArticleSearch search;
  private final SearchParameters parameters;
  private final Suggestions suggestions;
  private final int wanted;
  private final Duration vectorPause;
  private final Counter made;
  private volatile boolean stopping;
  private final Thread thread = Thread.ofVirtual().name("first-searches").unstarted(this::run);

  FirstSearches(
      ArticleSearch search,
      SearchParameters parameters,
      Suggestions suggestions,
      SearchSettings settings,
      MeterRegistry registry) {
    this.search = search;
    this.parameters = parameters;
    this.suggestions = suggestions;
    this.wanted = settings.firstSearches();
    this.vectorPause = settings.vectorPause();
    this.made =
        Counter.builder("wenliu.index.search.first")
            .description("Searches the service has made by itself that found something")
            .register(registry);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (wanted > 0) {
      thread.start();
    }
  }

  private void run() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int withHits = 0;
    try {
      for (int n = 0; !stopping && withHits < wanted && System.nanoTime() - end < 0; n++) {
        Optional<Found> found = search(QUERIES.get(n % QUERIES.size()));
        if (found.isEmpty() || found.get().hits().isEmpty()) {
          Thread.sleep(PAUSE_WITHOUT_HITS);
        } else {
          withHits++;
          made.increment();
          // One without a vector leaves nlp-service alone for a while: so do all that follow.
          Thread.sleep(found.get().meaning() ? PAUSE : vectorPause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Empty while it cannot be answered.
  private Optional<Found> search(String query) {
    try {
      var asked = new LinkedMultiValueMap<String, String>();
      asked.add("q", query);
      SearchRequest request = parameters.read(asked);
      Found found = search.search(request.page(PAGE, request.cursor(), true));
      suggestions.complete(query);
      return Optional.of(found);
    } catch (RuntimeException e) {
      log.debug("no search for {} yet", query, e);
      return Optional.empty();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join();
  }
}
