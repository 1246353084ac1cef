package io.wenliu.ingest.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One article as a sub-editor would cut it from the page.
///
/// @param title empty where the page gives none; a headline's lines are parted by a space
/// @param subtitle without its dash
/// @param kicker the standing line above or beside the headline
/// @param authors empty where there is no byline
/// @param affiliation the authors' position or house
/// @param issuers authorities that issue a policy document
/// @param agency for example 新华社; 本报 for the paper's own
/// @param dateline as printed, without brackets
/// @param source the newspaper that the source note names
/// @param page the page's number in that newspaper, without leading zeros
/// @param published date of the source note, else of the dateline
/// @param publishedInferred whether the year was taken from elsewhere on the page
/// @param documentDate date of the policy document itself
/// @param outline all headings in order
/// @param paragraphs without headings
public record PageArticle(
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
    @Nullable PartialDate published,
    boolean publishedInferred,
    @Nullable PartialDate documentDate,
    List<OutlineEntry> outline,
    List<String> paragraphs,
    List<PageCaption> captions) {
  public PageArticle {
    authors = List.copyOf(authors);
    issuers = List.copyOf(issuers);
    outline = List.copyOf(outline);
    paragraphs = List.copyOf(paragraphs);
    captions = List.copyOf(captions);
  }

  /// The headings that stand on lines of their own.
  public List<String> headings() {
    return outline.stream().filter(h -> !h.runIn()).map(OutlineEntry::text).toList();
  }
}
