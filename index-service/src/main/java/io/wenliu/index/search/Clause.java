package io.wenliu.index.search;

import java.util.List;

/// One condition of a query.
public sealed interface Clause {

  /// Words that should occur, in any order and cut in any way.
  ///
  /// @param text folded, as one run
  /// @param words folded; at least one
  record Words(String text, List<String> words) implements Clause {
    public Words {
      words = List.copyOf(words);
    }
  }

  /// Characters that must occur just so.
  ///
  /// @param text folded
  record Phrase(String text) implements Clause {}

  /// A value that a field must have.
  record Value(FacetField field, String value) implements Clause {}

  /// Days that it must have been published on.
  record Published(DateRange range) implements Clause {}
}
