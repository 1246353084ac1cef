package io.wenliu.nlp.quotes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The verbs of saying, and the words that only end like one.
final class Cues {
  private static final int LONGEST = 6;

  private final Map<String, Set<String>> sections = new HashMap<>();

  Cues() {
    WordSections.read("cues.txt")
        .forEach((name, words) -> sections.put(name, Set.copyOf(new HashSet<>(words))));
  }

  /// The start of the longest verb of saying that ends at `end`, or -1.
  int endingAt(String text, int end, int from) {
    if (longest("never", text, end, from) >= 0) {
      return -1;
    }
    int strong = longest("strong", text, end, from);
    int plain = longest("plain", text, end, from);
    return strong < 0 ? plain : plain < 0 ? strong : Math.min(strong, plain);
  }

  /// Whether the verb may open a quotation with nothing but the quotation mark.
  boolean isStrong(String verb) {
    return sections.getOrDefault("strong", Set.of()).contains(verb);
  }

  /// Whether the word is as often a noun, so that it needs its subject right before it.
  boolean isNominal(String verb) {
    return sections.getOrDefault("nominal", Set.of()).contains(verb);
  }

  private int longest(String section, String text, int end, int from) {
    Set<String> words = sections.getOrDefault(section, Set.of());
    for (int length = Math.min(LONGEST, end - from); length > 0; length--) {
      if (words.contains(text.substring(end - length, end))) {
        return end - length;
      }
    }
    return -1;
  }
}
