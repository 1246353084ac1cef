package io.wenliu.ingest.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.wenliu.ingest.page.OutlineEntry;
import io.wenliu.ingest.page.PageArticle;
import io.wenliu.ingest.page.PageCaption;
import io.wenliu.ingest.page.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of `wenliu extract`; names and order are part of the command's promise.
@JsonPropertyOrder({
  "file",
  "title",
  "subtitle",
  "kicker",
  "authors",
  "affiliation",
  "issuers",
  "agency",
  "dateline",
  "source",
  "page",
  "published",
  "publishedInferred",
  "documentDate",
  "headings",
  "outline",
  "paragraphs",
  "captions"
})
record ExtractedArticle(
    String file,
    String title,
    @Nullable String subtitle,
    @Nullable String kicker,
    List<String> authors,
    @Nullable String affiliation,
    List<String> issuers,
    @Nullable String agency,
    @Nullable String dateline,
    @Nullable String source,
    @Nullable String page,
    @Nullable String published,
    boolean publishedInferred,
    @Nullable String documentDate,
    List<String> headings,
    List<Heading> outline,
    List<String> paragraphs,
    List<Caption> captions) {

  /// A heading at its level, before the paragraph with that index.
  record Heading(int level, String text, int paragraph) {}

  record Caption(String text, List<String> photographers) {}

  static ExtractedArticle of(String file, PageArticle article) {
    return new ExtractedArticle(
        file,
        article.title(),
        article.subtitle(),
        article.kicker(),
        article.authors(),
        article.affiliation(),
        article.issuers(),
        article.agency(),
        article.dateline(),
        article.source(),
        article.page(),
        iso(article.published()),
        article.publishedInferred(),
        iso(article.documentDate()),
        article.headings(),
        article.outline().stream().map(ExtractedArticle::heading).toList(),
        article.paragraphs(),
        article.captions().stream().map(ExtractedArticle::caption).toList());
  }

  private static Heading heading(OutlineEntry entry) {
    return new Heading(entry.level(), entry.text(), entry.paragraph());
  }

  private static Caption caption(PageCaption caption) {
    return new Caption(caption.text(), caption.photographers());
  }

  private static @Nullable String iso(@Nullable PartialDate date) {
    return date == null ? null : date.toString();
  }
}
