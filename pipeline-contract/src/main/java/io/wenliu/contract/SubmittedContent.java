package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a submission carries; `kind` tells which.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SubmittedContent.File.class, name = "file"),
  @JsonSubTypes.Type(value = SubmittedContent.Pages.class, name = "pages"),
  @JsonSubTypes.Type(value = SubmittedContent.ReadyArticle.class, name = "article")
})
public sealed interface SubmittedContent {

  /// A file whose type and text are found out by the intake. Exactly one of `data` and `claim` is
  /// given.
  ///
  /// @param name as the sender calls it, a hint to its type and never a path; null when absent
  /// @param contentType media type as the sender states it; null when absent
  /// @param data the bytes; null when they are in the claim store
  /// @param claim to the bytes; null when they are here
  record File(
      @Nullable String name,
      @Nullable String contentType,
      @Nullable Blob data,
      @Nullable Claim claim)
      implements SubmittedContent {

    /// @throws IllegalArgumentException unless exactly one of data and claim is given
    public File {
      name = Absent.ifBlank(name);
      contentType = Absent.ifBlank(contentType);
      if ((data == null) == (claim == null)) {
        throw new IllegalArgumentException("a file has either data or a claim");
      }
    }
  }

  /// The raw text of the pages of one issue, as a PDF extractor or an OCR reads them.
  ///
  /// @param pages at least one
  record Pages(List<Page> pages) implements SubmittedContent {

    /// @throws IllegalArgumentException if there is no page
    public Pages {
      pages = Absent.asEmpty(pages);
      if (pages.isEmpty()) {
        throw new IllegalArgumentException("pages must not be empty");
      }
    }
  }

  /// The raw text of one page.
  ///
  /// @param name as the sender calls it; null when absent
  record Page(@Nullable String name, String text) {
    public Page {
      Objects.requireNonNull(text, "text");
    }
  }

  /// An article that needs no page reconstruction.
  record ReadyArticle(Article article) implements SubmittedContent {

    /// @throws IllegalArgumentException if it has neither headline nor text
    public ReadyArticle {
      Objects.requireNonNull(article, "article");
      if (article.headline().isBlank() && article.text().isBlank()) {
        throw new IllegalArgumentException("an article has a headline or paragraphs");
      }
    }
  }
}
