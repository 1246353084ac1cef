package io.wenliu.index.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What speaks for an article.
public enum Evidence {
  /// Words of the query, cut as the segmenter cuts them.
  WORDS,
  /// Characters of the query's words side by side, however the text is cut.
  CHARACTERS,
  /// A vector near the query's.
  MEANING;

  /// @param text names separated by commas, or blank for all
  /// @return empty if a name is none of ours
  static Optional<Set<Evidence>> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(EnumSet.allOf(Evidence.class));
    }
    Set<Evidence> parts = EnumSet.noneOf(Evidence.class);
    for (String name : text.split(",", -1)) {
      Optional<Evidence> part =
          Arrays.stream(values())
              .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(name.strip()))
              .findFirst();
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(parts);
  }
}
