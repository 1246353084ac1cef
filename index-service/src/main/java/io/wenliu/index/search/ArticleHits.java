package io.wenliu.index.search;

import io.wenliu.contract.Article;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.search.SearchAnswer.Highlights;
import io.wenliu.index.search.SearchAnswer.Hit;
import io.wenliu.index.search.SearchAnswer.TopicLabel;
import io.wenliu.index.search.SearchSteps.Step;
import io.wenliu.index.stories.StoryFolder.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Shows articles as a search shows them.
@Component
public class ArticleHits {

  private final IndexReader reader;
  private final SearchSteps steps;

  ArticleHits(IndexReader reader, SearchSteps steps) {
    this.reader = reader;
    this.steps = steps;
  }

  /// Those that still stand, in their order; each counts as a story of its own.
  ///
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if they cannot be read
  ///   now
  public List<Hit> of(List<RankedArticle> articles) {
    return of(articles.stream().map(article -> new Story<>(article, 1)).toList(), List.of());
  }

  /// The articles of a page in its order, without those that have gone meanwhile.
  ///
  /// @param needles what is marked in them
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if they cannot be read
  ///   now
  List<Hit> of(List<Story<RankedArticle>> page, List<String> needles) {
    List<String> ids = page.stream().map(story -> story.first().id()).toList();
    Map<String, Stored<ArticleSource>> sources =
        steps.timed(
            Step.READ,
            () ->
                reader.read(
                    IndexSchema.ARTICLES, ids, ArticleSource.class, ArticleSource.HIT_FIELDS));
    Highlighter highlighter = new Highlighter(needles);
    List<Hit> hits = new ArrayList<>(page.size());
    for (Story<RankedArticle> story : page) {
      RankedArticle ranked = story.first();
      Stored<ArticleSource> stored = sources.get(ranked.id());
      // Read as it stands now, which may be withdrawn since.
      if (stored != null && stored.value().isAlive()) {
        Article article = stored.value().article();
        if (article != null) {
          hits.add(hit(stored.value(), article, highlighter, ranked.score(), story.size()));
        }
      }
    }
    return hits;
  }

  private static Hit hit(
      ArticleSource source, Article article, Highlighter highlighter, double score, int storySize) {
    ArticleSource.Selected enrichment = source.enrichment();
    return new Hit(
        source.id(),
        source.documentId(),
        article.headline(),
        article.subtitle(),
        article.authors(),
        article.newspaper(),
        article.page(),
        article.published(),
        article.publishedInferred(),
        source.kind(),
        enrichment == null || enrichment.topics() == null
            ? List.of()
            : enrichment.topics().stream().map(t -> new TopicLabel(t.code(), t.label())).toList(),
        enrichment == null || enrichment.summary() == null ? List.of() : enrichment.summary(),
        new Highlights(
            highlighter.whole(article.headline()), highlighter.fragments(article.paragraphs())),
        source.receivedAt(),
        source.indexedAt(),
        score,
        storySize);
  }
}
