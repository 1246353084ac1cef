package io.wenliu.nlp.embedding;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEnriched;

/// What of an article its vector stands for: headline, summary, and the beginning of the text.
public final class EmbeddedText {

  private static final int LEAD = 300;

  private EmbeddedText() {}

  public static String of(ArticleEnriched enriched) {
    Article article = enriched.article();
    String text = article.text();
    return String.join(
        "\n",
        article.headline(),
        String.join("", enriched.enrichment().summary()),
        text.substring(0, Math.min(text.length(), LEAD)));
  }
}
