package io.wenliu.index.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.Version;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.indexing.DocumentRecord;
import io.wenliu.index.indexing.KeptPages;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.web.ApiProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Shows what the articles of a document were cut from: each line, where it went and why.
@RestController
class PageController {

  private final IndexReader reader;

  PageController(IndexReader reader) {
    this.reader = reader;
  }

  /// @param articles that were cut from it, in the order of the pages
  /// @param pages empty where none were kept: it came as articles, was too large, or was submitted
  ///   to an earlier release
  record PagesAnswer(
      DocumentId documentId,
      Version version,
      List<CutArticle> articles,
      List<DocumentPages.Page> pages) {}

  /// An article of the document.
  ///
  /// @param headline null while it is not in the index
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CutArticle(ArticleId id, @Nullable String headline) {}

  /// The part of an indexed article that is shown; tombstones have no text.
  record Headed(@Nullable Heading article) {}

  /// See [Headed].
  record Heading(String headline) {}

  @GetMapping("/api/v1/documents/{documentId}/page")
  PagesAnswer pages(@PathVariable String documentId) {
    DocumentRecord record =
        documentId(documentId)
            .flatMap(id -> reader.read(IndexSchema.DOCUMENTS, id.value(), DocumentRecord.class))
            .orElseThrow(
                () -> new ApiProblem(HttpStatus.NOT_FOUND, "submission-unknown", documentId));
    if (record.isWithdrawn()) {
      throw new ApiProblem(
          HttpStatus.GONE, "document-withdrawn", Map.of("state", "withdrawn"), documentId);
    }
    // Those of a version that is still on its way wait until it stands.
    List<DocumentPages.Page> pages =
        reader
            .read(IndexSchema.PAGES, record.documentId().value(), KeptPages.class)
            .filter(kept -> kept.version().equals(record.version()))
            .map(KeptPages::pages)
            .orElse(List.of());
    return new PagesAnswer(
        record.documentId(),
        record.version(),
        pages.isEmpty() ? List.of() : articles(record.articles()),
        pages);
  }

  private List<CutArticle> articles(List<ArticleId> ids) {
    Map<String, Stored<Headed>> stored =
        reader.read(
            IndexSchema.ARTICLES,
            ids.stream().map(ArticleId::value).toList(),
            Headed.class,
            "article.headline");
    return ids.stream().map(id -> new CutArticle(id, headline(stored.get(id.value())))).toList();
  }

  private static @Nullable String headline(@Nullable Stored<Headed> stored) {
    Heading article = stored == null ? null : stored.value().article();
    return article == null ? null : article.headline();
  }

  private static Optional<DocumentId> documentId(String value) {
    try {
      return Optional.of(new DocumentId(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
