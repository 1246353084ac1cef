package io.wenliu.index.formats;

import io.wenliu.contract.Article;
import java.util.ArrayList;
import java.util.List;

/// An article as one reads it aloud: headline, byline, headings and paragraphs, each apart.
public final class PlainText {

  private PlainText() {}

  /// Ends with a line feed.
  public static String of(PublishedArticle published) {
    Article article = published.article();
    List<String> parts = new ArrayList<>();
    if (article.kicker() != null) {
      parts.add(article.kicker());
    }
    parts.add(article.headline());
    if (article.subtitle() != null) {
      parts.add("——" + article.subtitle());
    }
    String byline = byline(article);
    if (!byline.isEmpty()) {
      parts.add(byline);
    }
    for (int p = 0; p <= article.paragraphs().size(); p++) {
      for (Article.Heading heading : article.outline()) {
        if (heading.paragraph() == p) {
          parts.add(heading.text());
        }
      }
      if (p < article.paragraphs().size()) {
        parts.add(article.paragraphs().get(p));
      }
    }
    article.captions().forEach(caption -> parts.add(caption.text()));
    return String.join("\n\n", parts) + "\n";
  }

  private static String byline(Article article) {
    List<String> parts = new ArrayList<>();
    if (article.newspaper() != null) {
      parts.add(article.newspaper());
    }
    if (article.published() != null) {
      parts.add(article.published().value());
    }
    if (article.page() != null) {
      parts.add("第" + article.page() + "版");
    }
    if (!article.authors().isEmpty()) {
      parts.add(String.join("、", article.authors()));
    }
    return String.join("  ", parts);
  }
}
