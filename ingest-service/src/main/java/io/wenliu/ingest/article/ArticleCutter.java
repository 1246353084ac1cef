package io.wenliu.ingest.article;

import io.wenliu.contract.Article;
import io.wenliu.contract.PartialDate;
import io.wenliu.ingest.page.OutlineEntry;
import io.wenliu.ingest.page.PageArticle;
import io.wenliu.ingest.page.PageCaption;
import io.wenliu.ingest.page.PageReconstructor;
import io.wenliu.ingest.page.PageText;
import io.wenliu.ingest.page.ReconstructedPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts the articles out of the text of pages. Thread-safe.
public final class ArticleCutter {

  private final PageReconstructor reconstructor = new PageReconstructor();

  /// @param pages of one document, in order
  public Cut cut(List<PageText> pages) {
    List<ReconstructedPage> cut = reconstructor.reconstruct(pages);
    List<Article> articles =
        cut.stream().flatMap(page -> page.articles().stream()).map(ArticleCutter::article).toList();
    return Cut.of(articles, cut);
  }

  private static Article article(PageArticle cut) {
    return new Article(
        cut.title(),
        cut.subtitle(),
        cut.kicker(),
        cut.authors(),
        cut.affiliation(),
        cut.issuers(),
        cut.agency(),
        cut.dateline(),
        cut.source(),
        cut.page(),
        date(cut.published()),
        cut.publishedInferred(),
        date(cut.documentDate()),
        cut.outline().stream().map(ArticleCutter::heading).toList(),
        cut.paragraphs(),
        cut.captions().stream().map(ArticleCutter::caption).toList());
  }

  private static Article.Heading heading(OutlineEntry entry) {
    return new Article.Heading(entry.level(), entry.text(), entry.paragraph());
  }

  private static Article.Caption caption(PageCaption caption) {
    return new Article.Caption(caption.text(), caption.photographers());
  }

  private static @Nullable PartialDate date(io.wenliu.ingest.page.@Nullable PartialDate date) {
    return date == null ? null : new PartialDate(date.toString());
  }
}
