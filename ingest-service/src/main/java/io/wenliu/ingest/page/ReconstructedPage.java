package io.wenliu.ingest.page;

import java.util.List;

/// A page taken apart: every character of it is in an article, a caption, furniture or a duplicate.
///
/// @param furniture lines that belong to the page, not to an article: folios, section names,
///   editors
/// @param duplicates passages that the page gives twice, as they stand the second time
/// @param captions captions on a page without articles
/// @param decisions one for each line that is not blank, in the page's order
public record ReconstructedPage(
    String name,
    List<PageArticle> articles,
    List<PageCaption> captions,
    List<String> furniture,
    List<String> duplicates,
    List<LineDecision> decisions) {
  public ReconstructedPage {
    articles = List.copyOf(articles);
    captions = List.copyOf(captions);
    furniture = List.copyOf(furniture);
    duplicates = List.copyOf(duplicates);
    decisions = List.copyOf(decisions);
  }
}
