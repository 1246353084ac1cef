package io.wenliu.index.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.Article;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.stories.Reprints;
import io.wenliu.index.web.ApiProblem;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Serves single articles.
@RestController
@RequestMapping("/api/v1/articles")
class ArticleController {

  private static final int LONGEST_ID = 64;

  private final IndexReader reader;
  private final Reprints reprints;

  ArticleController(IndexReader reader, Reprints reprints) {
    this.reader = reader;
    this.reprints = reprints;
  }

  /// An article as the index keeps it.
  record WholeArticle(
      String id,
      DocumentId documentId,
      long version,
      String state,
      @Nullable String source,
      @Nullable Instant receivedAt,
      @Nullable Instant indexedAt,
      @Nullable Article article,
      @Nullable Enrichment enrichment) {}

  /// An article as it is answered.
  record ArticleAnswer(
      String id,
      DocumentId documentId,
      long version,
      @Nullable String source,
      String state,
      @Nullable Instant receivedAt,
      @Nullable Instant indexedAt,
      Article article,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Enrichment enrichment,
      Reprints.Story story) {}

  @GetMapping("/{id}")
  ArticleAnswer article(@PathVariable String id) {
    WholeArticle found = find(id);
    Article article = found.article();
    if (!found.state().equals("alive") || article == null) {
      throw new ApiProblem(
          HttpStatus.GONE, "article-" + found.state(), Map.of("state", found.state()), id);
    }
    Enrichment enrichment = found.enrichment();
    return new ArticleAnswer(
        found.id(),
        found.documentId(),
        found.version(),
        found.source(),
        found.state(),
        found.receivedAt(),
        found.indexedAt(),
        article,
        enrichment,
        reprints.storyOf(id, enrichment == null ? null : enrichment.signature()));
  }

  private WholeArticle find(String id) {
    if (id.length() <= LONGEST_ID) {
      var found = reader.read(IndexSchema.ARTICLES, id, WholeArticle.class);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new ApiProblem(HttpStatus.NOT_FOUND, "article-unknown", id);
  }
}
