package io.wenliu.index;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.contract.Enrichment.Keyphrase;
import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.contract.PartialDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article's annotations as a test wants them.
final class Annotated {

  private final ArticleEnriched article;
  private final List<Entity> entities = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<Keyphrase> keyphrases = new ArrayList<>();

  Annotated(ArticleEnriched article) {
    this.article = article;
  }

  Annotated names(EntityType type, String text, String name, @Nullable String role) {
    entities.add(new Entity(text, type, 0, text.length(), name, role, null, null));
    return this;
  }

  Annotated says(String speaker, String text) {
    quotes.add(new Quote(speaker, "说", true, text, 0, text.length()));
    return this;
  }

  Annotated keyphrase(String text) {
    keyphrases.add(new Keyphrase(text, 1));
    return this;
  }

  ArticleEnriched message() {
    Enrichment before = article.enrichment();
    return new ArticleEnriched(
        article.id(),
        article.document(),
        article.version(),
        article.source(),
        article.receivedAt(),
        article.article(),
        new Enrichment(
            before.segmenter(),
            before.headlineWords(),
            before.paragraphWords(),
            entities,
            quotes,
            keyphrases,
            before.summary(),
            List.of(),
            before.kind(),
            before.signature(),
            before.failedAnnotators()));
  }

  /// The same article on another day.
  static Article published(Article article, String day) {
    return new Article(
        article.headline(),
        article.subtitle(),
        article.kicker(),
        article.authors(),
        article.affiliation(),
        article.issuers(),
        article.agency(),
        article.dateline(),
        article.newspaper(),
        article.page(),
        new PartialDate(day),
        false,
        article.documentDate(),
        article.outline(),
        article.paragraphs(),
        article.captions());
  }
}
