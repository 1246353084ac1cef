package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One article as a sub-editor would cut it: what a newsroom submits ready-made, and what a page is
/// reconstructed into.
///
/// Offsets of annotations count Unicode code points in [#text()], the end exclusive.
///
/// @param headline may be empty where the page gives none
/// @param subtitle without its leading dashes; null when absent
/// @param kicker the line above the headline; null when absent
/// @param authors personal names, in the byline's order
/// @param affiliation what the authors are, as printed (`中共河源市委党校`); null when absent
/// @param issuers the authorities that issued a policy document
/// @param agency the wire agency (`新华社`); null when absent
/// @param dateline as printed (`新华社北京2月23日电`); null when absent
/// @param newspaper where it was printed, by the page's own word; null when absent
/// @param page the page of the newspaper as printed (`10`); null when absent
/// @param published the date of the source note, else of the dateline; null when the page has none
/// @param publishedInferred whether the year of `published` was concluded from the page, not stated
/// @param documentDate the date a policy document gives itself; null when absent
/// @param outline section headings in order; they are not in `paragraphs`
/// @param paragraphs the body as the author wrote it, in order
/// @param captions photo captions that belong to it
public record Article(
    String headline,
    @Nullable String subtitle,
    @Nullable String kicker,
    List<String> authors,
    @Nullable String affiliation,
    List<String> issuers,
    @Nullable String agency,
    @Nullable String dateline,
    @Nullable String newspaper,
    @Nullable String page,
    @Nullable PartialDate published,
    // Absent is false: a ready article from outside need not say it.
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean publishedInferred,
    @Nullable PartialDate documentDate,
    List<Heading> outline,
    List<String> paragraphs,
    List<Caption> captions) {

  public Article {
    Objects.requireNonNull(headline, "headline");
    subtitle = Absent.ifBlank(subtitle);
    kicker = Absent.ifBlank(kicker);
    authors = Absent.asEmpty(authors);
    affiliation = Absent.ifBlank(affiliation);
    issuers = Absent.asEmpty(issuers);
    agency = Absent.ifBlank(agency);
    dateline = Absent.ifBlank(dateline);
    newspaper = Absent.ifBlank(newspaper);
    page = Absent.ifBlank(page);
    outline = Absent.asEmpty(outline);
    paragraphs = Absent.asEmpty(paragraphs);
    captions = Absent.asEmpty(captions);
  }

  /// The text that annotations point into: the paragraphs, joined by one line feed each.
  @JsonIgnore
  public String text() {
    return String.join("\n", paragraphs);
  }

  /// A section heading.
  ///
  /// @param level 1 for the highest
  /// @param text as printed, with its number
  /// @param paragraph index of the paragraph it stands before; the number of paragraphs when it
  ///   closes the article
  public record Heading(int level, String text, int paragraph) {
    public Heading {
      Objects.requireNonNull(text, "heading");
      if (level < 1 || paragraph < 0) {
        throw new IllegalArgumentException(
            "a heading has a level from 1 and a paragraph from 0, not " + level + ", " + paragraph);
      }
    }
  }

  /// A photo caption.
  ///
  /// @param photographers personal names
  public record Caption(String text, List<String> photographers) {
    public Caption {
      Objects.requireNonNull(text, "caption");
      photographers = Absent.asEmpty(photographers);
    }
  }
}
