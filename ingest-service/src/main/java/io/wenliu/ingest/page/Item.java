package io.wenliu.ingest.page;

/// A unit of decision when text is threaded into articles.
sealed interface Item {

  /// A paragraph, or a piece of one.
  record Text(Block block) implements Item {}

  /// A headline beyond doubt: it has a byline or a subtitle, or Markdown says so.
  record Headline(Head head, String reason) implements Item {}

  /// A headline or a heading.
  ///
  /// @param odds log-odds for a headline, from its form and place alone
  /// @param asHeading log-odds against a heading, zero or less
  /// @param asText log-odds for a piece of running text
  record ShortLine(Head head, double odds, double asHeading, double asText, String reason)
      implements Item {
    Block block() {
      return head.titles().getFirst();
    }
  }

  /// Source, affiliation.
  record Note(Block block) implements Item {}

  /// A byline, subtitle or date without a headline.
  record Loose(Block block) implements Item {}
}
