package io.wenliu.index.search;

import io.wenliu.index.search.SearchAnswer.Hit;
import io.wenliu.index.stories.StoryFolder.Story;
import java.util.List;
import org.springframework.stereotype.Component;

/// Shows articles as a search shows them.
@Component
public class ArticleHits {

  private final ArticleSearch search;

  ArticleHits(ArticleSearch search) {
    this.search = search;
  }

  /// Those that still stand, in their order; each counts as a story of its own.
  ///
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if they cannot be read
  ///   now
  public List<Hit> of(List<RankedArticle> articles) {
    return search.hits(
        articles.stream().map(article -> new Story<>(article, 1)).toList(), List.of());
  }
}
