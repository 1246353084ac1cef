package io.wenliu.index.stories;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.Article;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.PartialDate;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.stories.Reprints.Reprint;
import io.wenliu.index.stories.TextDifference.Paragraph;
import io.wenliu.index.web.ApiProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Shows an article's other printings and what they have otherwise.
@RestController
class ReprintController {

  private final IndexReader reader;
  private final Reprints reprints;

  ReprintController(IndexReader reader, Reprints reprints) {
    this.reader = reader;
    this.reprints = reprints;
  }

  /// The printings of one story but the one that was asked for.
  record ReprintsAnswer(String id, String headline, List<ReprintAnswer> reprints) {}

  /// One of them.
  ///
  /// @param similarity from 0.5 to 1
  /// @param headlineDifference from the article that was asked for to this one
  /// @param differences likewise, of the paragraphs in order
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ReprintAnswer(
      String id,
      DocumentId documentId,
      String headline,
      @Nullable String newspaper,
      @Nullable String page,
      @Nullable PartialDate published,
      List<String> authors,
      @Nullable Instant receivedAt,
      double similarity,
      List<Paragraph> headlineDifference,
      List<Paragraph> differences) {}

  @GetMapping("/api/v1/articles/{id}/reprints")
  ReprintsAnswer reprints(@PathVariable String id) {
    PrintedArticle asked = find(id);
    Article article = asked.article();
    if (article == null) {
      throw new ApiProblem(HttpStatus.GONE, "article-" + asked.state(), id);
    }
    List<ReprintAnswer> answers = new ArrayList<>();
    for (Reprint reprint : reprints.of(id, asked.signature())) {
      Article other = reprint.printing().article();
      if (other != null) {
        answers.add(answer(article, reprint, other));
      }
    }
    return new ReprintsAnswer(id, article.headline(), answers);
  }

  private static ReprintAnswer answer(Article asked, Reprint reprint, Article other) {
    PrintedArticle printing = reprint.printing();
    return new ReprintAnswer(
        printing.id(),
        printing.documentId(),
        other.headline(),
        other.newspaper(),
        other.page(),
        other.published(),
        other.authors(),
        printing.receivedAt(),
        reprint.similarity(),
        TextDifference.between(List.of(asked.headline()), List.of(other.headline())),
        TextDifference.between(asked.paragraphs(), other.paragraphs()));
  }

  private PrintedArticle find(String id) {
    Stored<PrintedArticle> found =
        reader
            .read(
                IndexSchema.ARTICLES,
                List.of(id),
                PrintedArticle.class,
                PrintedArticle.FIELDS.toArray(String[]::new))
            .get(id);
    if (found == null) {
      throw new ApiProblem(HttpStatus.NOT_FOUND, "article-unknown", id);
    }
    return found.value();
  }
}
