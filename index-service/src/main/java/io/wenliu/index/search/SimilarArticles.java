package io.wenliu.index.search;

import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.search.MoreController.SimilarAnswer;
import io.wenliu.index.search.elasticsearch.VectorSearch;
import io.wenliu.index.search.elasticsearch.WordSearch;
import io.wenliu.index.stories.StoryFolder;
import io.wenliu.index.stories.StoryFolder.Story;
import io.wenliu.index.web.ApiProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Finds articles of like meaning, or of like words while an article has no vector yet.
@Component
class SimilarArticles {

  /// Reprints of one story are folded, and some of the near ones may have gone.
  private static final int SPARE = 3;

  private final WordSearch words;
  private final VectorSearch vectors;
  private final ArticleHits hits;
  private final IndexReader reader;

  SimilarArticles(WordSearch words, VectorSearch vectors, ArticleHits hits, IndexReader reader) {
    this.words = words;
    this.vectors = vectors;
    this.hits = hits;
    this.reader = reader;
  }

  /// @throws ApiProblem if there is no such article
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if it cannot be asked
  ///   now
  SimilarAnswer to(String id, int size) {
    Stored<ArticleSource> article =
        reader
            .read(IndexSchema.ARTICLES, List.of(id), ArticleSource.class, ArticleSource.HIT_FIELDS)
            .get(id);
    if (article == null) {
      throw new ApiProblem(HttpStatus.NOT_FOUND, "article-unknown", id);
    }
    if (!article.value().isAlive()) {
      throw new ApiProblem(HttpStatus.GONE, "article-" + article.value().state(), id);
    }
    List<RankedArticle> near = vectors.near(id, size * SPARE);
    String mode = near.isEmpty() ? "words" : "vectors";
    List<RankedArticle> alive = near.isEmpty() ? words.like(id, size * SPARE) : alive(near);
    List<Story<RankedArticle>> stories =
        StoryFolder.fold(alive, RankedArticle::fingerprints).stream().limit(size).toList();
    return new SimilarAnswer(mode, hits.of(stories, List.of()));
  }

  private List<RankedArticle> alive(List<RankedArticle> near) {
    Map<String, RankedArticle> confirmed = new HashMap<>();
    SearchRequest anything = SearchRequest.anything();
    for (RankedArticle hit :
        words.confirm(anything, near.stream().map(RankedArticle::id).toList(), false)) {
      confirmed.put(hit.id(), hit);
    }
    List<RankedArticle> alive = new ArrayList<>();
    for (RankedArticle hit : near) {
      RankedArticle living = confirmed.get(hit.id());
      if (living != null && living.version() == hit.version()) {
        alive.add(living.withScore(hit.score()));
      }
    }
    return alive;
  }
}
