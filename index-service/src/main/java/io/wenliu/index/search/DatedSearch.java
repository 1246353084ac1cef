package io.wenliu.index.search;

import io.wenliu.index.search.ArticleSearch.Found;
import io.wenliu.index.search.SearchSteps.Step;
import io.wenliu.index.search.elasticsearch.WordSearch;
import io.wenliu.index.stories.StoryFolder;
import io.wenliu.index.stories.StoryFolder.Story;
import java.util.List;
import org.springframework.stereotype.Component;

/// Answers searches by date, the newest first.
///
/// It folds the printings that stand near each other; one that was printed much earlier or later is
/// a hit of its own on another page.
@Component
class DatedSearch {

  /// So many articles are looked at for each story of a page: a few, and where those make too few
  /// stories, many.
  private static final int FEW_PRINTINGS = 2;

  private static final int MANY_PRINTINGS = 10;

  private final WordSearch words;
  private final ArticleHits hits;
  private final SearchSteps steps;

  DatedSearch(WordSearch words, ArticleHits hits, SearchSteps steps) {
    this.words = words;
    this.hits = hits;
    this.steps = steps;
  }

  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if it cannot be
  ///   answered now
  Found search(SearchRequest search) {
    Page page = page(search, FEW_PRINTINGS * search.size());
    if (page.stories().size() < search.size() && page.more()) {
      page = page(search, MANY_PRINTINGS * search.size());
    }
    WordHits found = page.found();
    boolean all = !page.more() && search.cursor().after().isEmpty();
    return new Found(
        found.total(),
        found.total(),
        all ? page.stories().size() : null,
        false,
        false,
        found.complete(),
        hits.of(page.stories(), search.query().needles()),
        found.facets(),
        found.histogram(),
        page.more()
            ? new Cursor(search.cursor().search(), 0, 0, page.shown().getLast().sort())
            : null);
  }

  /// @param shown the articles that its stories are made of
  private record Page(
      WordHits found, List<RankedArticle> shown, List<Story<RankedArticle>> stories) {

    /// Whether another page follows.
    boolean more() {
      return found.ranking().size() > shown.size();
    }
  }

  /// @param most how many articles are looked at
  private Page page(SearchRequest search, int most) {
    WordHits found = steps.timed(Step.WORDS, () -> words.search(search, most + 1));
    List<RankedArticle> ranking = found.ranking();
    List<RankedArticle> shown = ranking.subList(0, Math.min(most, ranking.size()));
    List<Story<RankedArticle>> stories = StoryFolder.fold(shown, RankedArticle::fingerprints);
    if (stories.size() > search.size()) {
      // Up to where the first story begins that has no place on the page.
      shown = shown.subList(0, shown.indexOf(stories.get(search.size()).first()));
      stories = StoryFolder.fold(shown, RankedArticle::fingerprints);
    }
    return new Page(found, shown, stories);
  }
}
