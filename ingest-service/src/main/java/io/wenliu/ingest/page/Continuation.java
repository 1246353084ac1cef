package io.wenliu.ingest.page;

/// Linguistic evidence on where texts belong together.
///
/// The pipeline asks nothing else about language, so a better model may replace the one at hand.
interface Continuation {

  /// How much likelier it is that `right` carries on the sentence that `left` leaves off, than that
  /// `left` ends a text (a headline, a heading) and `right` begins one.
  ///
  /// @param left text whose end counts
  /// @param right text whose beginning counts
  /// @return natural log-odds; above zero speaks for one sentence
  double continues(CharSequence left, CharSequence right);

  /// How much likelier `text`, which follows a full stop, begins a paragraph than merely a
  /// sentence.
  ///
  /// @return natural log-odds; above zero speaks for a paragraph
  double opensParagraph(CharSequence text);

  /// How rare two characters are beside each other.
  ///
  /// @return weight from 0 (everyday) to 1 (rare)
  double rarity(char first, char second);
}
