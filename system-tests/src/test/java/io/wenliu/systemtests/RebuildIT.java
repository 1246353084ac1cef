package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import io.wenliu.testkit.Names;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The indices are rebuilt while a newsroom publishes and readers search.
@Tag("faults") // takes minutes, and leaves hundreds of articles behind
class RebuildIT {

  private static final int ARTICLES = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String REBUILD = "/api/v1/index/rebuild";

  @Test
  void noSearchSeesFewerArticlesOrAnOlderVersionWhileTheIndexIsRebuilt() throws Exception {
    rebuild(false);
  }

  @Test
  void aRebuildWhoseInstanceWasKilledIsFinishedByTheNext() throws Exception {
    rebuild(true);
  }

  private static void rebuild(boolean killed) throws Exception {
    // Given
    Api api = Api.ofSharedPipeline();
    IndexContents index = IndexContents.ofSharedPipeline();
    Map<String, Long> expected = new TreeMap<>();
    try (Newsroom newsroom = Newsroom.ofSharedPipeline(Names.unique("rebuild"))) {
      push(newsroom, 0, ARTICLES, 1, expected);
      newsroom.flush();
      DocumentId withdrawn = newsroom.document("withdrawn");
      push(newsroom, withdrawn, ARTICLES, 1, new TreeMap<>());
      newsroom.flush();
      await()
          .atMost(PATIENCE)
          .until(() ->
              index.alive(newsroom.source()).size() == ARTICLES + 1
                  && index.vectors(newsroom.source()) == ARTICLES + 1);
      api.withdraw(withdrawn, newsroom.source());
      await().atMost(PATIENCE).until(() -> index.alive(newsroom.source()).equals(expected));
      List<String> before = index.behind("articles");
      Watcher watcher = new Watcher(index, newsroom.source());

      // When
      assertThat(api.post(REBUILD).status()).isEqualTo(202);
      push(newsroom, 0, ARTICLES / 2, 2, expected);
      if (killed) {
        await().atMost(PATIENCE).until(() -> !index.behind("articles-rebuild").isEmpty());
        SharedPipeline.killAndRestart(SharedPipeline.get().index());
      }
      push(newsroom, ARTICLES, ARTICLES + 100, 1, expected);
      newsroom.flush();
      await()
          .atMost(PATIENCE)
          .until(() ->
              !index.behind("articles").equals(before)
                  && index.behind("articles-rebuild").isEmpty());
      push(newsroom, ARTICLES / 2, ARTICLES, 3, expected);
      newsroom.flush();

      // Then
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(index.alive(newsroom.source())).isEqualTo(expected));
      assertThat(watcher.stop()).isEmpty();
      SharedPipeline.awaitReady();
      assertThat(api.state(withdrawn)).isEqualTo("withdrawn");
      await().atMost(PATIENCE).until(() -> index.vectors(newsroom.source()) == expected.size());
    }
  }

  private static void push(
      Newsroom newsroom, int from, int to, int version, Map<String, Long> expected) {
    for (int number = from; number < to; number++) {
      push(newsroom, newsroom.document("rebuild-" + number), number, version, expected);
    }
  }

  private static void push(
      Newsroom newsroom,
      DocumentId document,
      int number,
      long version,
      Map<String, Long> expected) {
    String ownId = number < ARTICLES || !expected.isEmpty() ? "rebuild-" + number : "withdrawn";
    Article article = InventedNews.article(number);
    newsroom.push(document, InventedNews.submission(newsroom.source(), ownId, version, article));
    expected.put(
        ArticleId.ofHeadlines(document, List.of(article.headline())).getFirst().value(),
        Version.of(version, 0).value());
  }

  /// Looks again and again at what searches see, and keeps what is less or older than before.
  private static final class Watcher {

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Map<String, String> losses = new TreeMap<>();
    private final Thread thread;
    private int looks;

    Watcher(IndexContents index, String source) {
      this.thread = Thread.ofPlatform().start(() -> watch(index, source));
    }

    private void watch(IndexContents index, String source) {
      Map<String, Long> highest = new TreeMap<>();
      while (running.get()) {
        Map<String, Long> seen = index.shown(source);
        looks++;
        highest.forEach((id, version) -> {
          Long now = seen.get(id);
          if (now == null || now < version) {
            losses.put(id, version + " became " + now);
          }
        });
        highest.putAll(seen);
      }
    }

    Map<String, String> stop() throws InterruptedException {
      running.set(false);
      thread.join();
      assertThat(looks).isGreaterThan(10);
      return losses;
    }
  }
}
