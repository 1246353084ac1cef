package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The pages of one version of a document, line by line, and what was made of each line: for
/// readers who ask what an article was cut from.
///
/// @param pages in the order of the document
public record DocumentPages(DocumentId document, Version version, List<Page> pages)
    implements PipelineMessage {

  public DocumentPages {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(version, "version");
    pages = Absent.asEmpty(pages);
  }

  /// One page.
  ///
  /// @param name what it is called; null when the document gives it no name
  /// @param lines those that are not blank, in the page's order
  public record Page(@Nullable String name, List<Line> lines) {
    public Page {
      name = Absent.ifBlank(name);
      lines = Absent.asEmpty(lines);
    }
  }

  /// One line.
  ///
  /// @param number counts from 1, blank lines included
  /// @param article that it went to; null where it is in none
  /// @param text without the spaces around it and between its letters
  /// @param reason the evidence, in Chinese
  public record Line(
      int number, Role role, @Nullable ArticleId article, String text, String reason) {
    public Line {
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /// What a line is.
  public enum Role {
    @JsonProperty("title")
    TITLE,
    @JsonProperty("subtitle")
    SUBTITLE,
    @JsonProperty("kicker")
    KICKER,
    @JsonProperty("byline")
    BYLINE,
    @JsonProperty("body")
    BODY,
    @JsonProperty("heading")
    HEADING,
    /// Where and when an article was printed.
    @JsonProperty("note")
    NOTE,
    /// The date of a policy document itself.
    @JsonProperty("document-date")
    DOCUMENT_DATE,
    @JsonProperty("caption")
    CAPTION,
    /// Of the page, not of an article: folios, section names, editors.
    @JsonProperty("furniture")
    FURNITURE,
    /// What the page gives a second time.
    @JsonProperty("repeated")
    REPEATED
  }
}
