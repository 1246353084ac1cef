package io.wenliu.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Three hundred pages laid out at random from stories that nothing was tuned on.
class SampleNewspaperTest {
  private static final int PAGES = 300;
  private static final PageScore SCORE = score();

  @ParameterizedTest
  @CsvSource({
    "body, 0.98",
    "count, 0.95",
    "title, 0.97",
    "authors, 0.97",
    "subtitle, 0.95",
    "source, 0.95",
    "published, 0.95",
    "captions, 0.95",
    "furniture, 0.97",
    "headings, 0.95"
  })
  void pagesOfUnknownStoriesAreCutWell(String figure, double atLeast) {
    assertThat(SCORE.figure(figure)).as(figure).isGreaterThanOrEqualTo(atLeast);
  }

  private static PageScore score() {
    PageScore score = new PageScore();
    PageReconstructor reconstructor = new PageReconstructor();
    for (int seed = 0; seed < PAGES; seed++) {
      SampleNewspaper.Sample sample = SampleNewspaper.page(seed);
      PageText page = new PageText("页" + seed, sample.text());
      score.add(
          sample.articles(),
          sample.photographers(),
          sample.furniture(),
          reconstructor.reconstruct(List.of(page)).getFirst());
    }
    return score;
  }
}
