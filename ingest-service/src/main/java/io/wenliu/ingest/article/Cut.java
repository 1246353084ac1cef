package io.wenliu.ingest.article;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentPages;
import io.wenliu.ingest.page.LineDecision;
import io.wenliu.ingest.page.LineRole;
import io.wenliu.ingest.page.ReconstructedPage;
import java.util.ArrayList;
import java.util.List;

/// The articles of a document, and what they were cut from.
public final class Cut {

  private final List<Article> articles;
  private final List<ReconstructedPage> pages;

  private Cut(List<Article> articles, List<ReconstructedPage> pages) {
    this.articles = List.copyOf(articles);
    this.pages = List.copyOf(pages);
  }

  static Cut of(List<Article> articles, List<ReconstructedPage> pages) {
    return new Cut(articles, pages);
  }

  /// What came as an article: it was cut from nothing.
  public static Cut ready(Article article) {
    return new Cut(List.of(article), List.of());
  }

  /// In the order of the pages; empty if there is none.
  public List<Article> articles() {
    return articles;
  }

  /// How much there is to keep of the pages, in characters; 0 where there are none.
  public long pageSize() {
    return pages.stream()
        .flatMap(page -> page.decisions().stream())
        .mapToLong(line -> line.text().length() + line.reason().length())
        .sum();
  }

  /// The lines of the pages with the articles that they went to.
  ///
  /// @param ids of the articles, in their order
  public List<DocumentPages.Page> pages(List<ArticleId> ids) {
    List<DocumentPages.Page> lines = new ArrayList<>();
    int before = 0;
    for (ReconstructedPage page : pages) {
      List<ArticleId> here = ids.subList(before, before + page.articles().size());
      lines.add(
          new DocumentPages.Page(
              page.name(), page.decisions().stream().map(line -> line(line, here)).toList()));
      before += here.size();
    }
    return lines;
  }

  private static DocumentPages.Line line(LineDecision line, List<ArticleId> articles) {
    Integer article = line.article();
    return new DocumentPages.Line(
        line.line(),
        role(line.role()),
        article == null ? null : articles.get(article),
        line.text(),
        line.reason());
  }

  private static DocumentPages.Role role(LineRole role) {
    return switch (role) {
      case TITLE -> DocumentPages.Role.TITLE;
      case SUBTITLE -> DocumentPages.Role.SUBTITLE;
      case KICKER -> DocumentPages.Role.KICKER;
      case BYLINE -> DocumentPages.Role.BYLINE;
      case BODY -> DocumentPages.Role.BODY;
      case HEADING -> DocumentPages.Role.HEADING;
      case NOTE -> DocumentPages.Role.NOTE;
      case DOCUMENT_DATE -> DocumentPages.Role.DOCUMENT_DATE;
      case CAPTION -> DocumentPages.Role.CAPTION;
      case FURNITURE -> DocumentPages.Role.FURNITURE;
      case READ_TWICE -> DocumentPages.Role.REPEATED;
    };
  }
}
