package io.wenliu.index.explore.elasticsearch;

import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.index.search.Clause;
import io.wenliu.index.search.Query;
import io.wenliu.text.TextNormalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells which of an article's quotes are meant, by the same rules as the index finds the article:
/// all of two words, three of four, punctuation aside.
///
/// @param speaker canonical name; null for anybody
record QuoteMatch(Query query, @Nullable String speaker) {

  boolean holds(Quote quote) {
    if (speaker != null && !speaker.equals(quote.speaker())) {
      return false;
    }
    String said = letters(quote.text());
    return query.wanted().stream().allMatch(clause -> isIn(said, clause))
        && query.unwanted().stream().noneMatch(clause -> isUnwanted(said, clause));
  }

  private static boolean isIn(String said, Clause clause) {
    return switch (clause) {
      case Clause.Words asked -> {
        List<String> words = QuoteWords.of(asked);
        int needed = words.size() <= 2 ? words.size() : words.size() * 75 / 100;
        yield words.stream().filter(word -> said.contains(letters(word))).count() >= needed;
      }
      case Clause.Phrase(String text) -> said.contains(letters(text));
      case Clause.Value _, Clause.Published _ -> true;
    };
  }

  private static boolean isUnwanted(String said, Clause clause) {
    return switch (clause) {
      case Clause.Words(String text, _) -> said.contains(letters(text));
      case Clause.Phrase(String text) -> said.contains(letters(text));
      case Clause.Value _, Clause.Published _ -> false;
    };
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    TextNormalizer.fold(text)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
