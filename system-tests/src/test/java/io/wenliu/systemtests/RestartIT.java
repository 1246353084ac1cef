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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is searchable stays so over an orderly stop and start of everything.
@Tag("faults") // stops and starts everything, which takes minutes
class RestartIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @Test
  void whatWasSearchableBeforeARestartOfEverythingIsSearchableAfterIt() {
    // Given
    IndexContents index = IndexContents.ofSharedPipeline();
    Map<String, Long> expected = new TreeMap<>();
    try (Newsroom newsroom = Newsroom.ofSharedPipeline(Names.unique("restart"))) {
      push(newsroom, 0, 20, expected);
      newsroom.flush();
      await().atMost(PATIENCE).until(() -> index.alive(newsroom.source()).equals(expected));

      // When
      SharedPipeline.restartAll();

      // Then
      assertThat(IndexContents.ofSharedPipeline().alive(newsroom.source())).isEqualTo(expected);
      DocumentId document = newsroom.document("restart-7");
      assertThat(Api.ofSharedPipeline().state(document)).isEqualTo("searchable");
    }
  }

  /// Every tenth article is pushed twice, as a sender does that lost the broker's answer.
  private static void push(Newsroom newsroom, int from, int to, Map<String, Long> expected) {
    for (int number = from; number < to; number++) {
      String ownId = newsroom.source().replaceAll("-.*", "-") + number;
      Article article = InventedNews.article(number);
      DocumentId document = newsroom.document(ownId);
      for (int times = number % 10 == 0 ? 2 : 1; times > 0; times--) {
        newsroom.push(document, InventedNews.submission(newsroom.source(), ownId, 1L, article));
      }
      expected.put(
          ArticleId.ofHeadlines(document, List.of(article.headline())).getFirst().value(),
          Version.of(1, 0).value());
    }
  }
}
