package io.wenliu.index.search;

import io.wenliu.index.search.elasticsearch.TermSuggestions;
import io.wenliu.text.Pinyin;
import io.wenliu.text.TextNormalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Completes what is being typed, also as pinyin (`rengong`) or its initials (`rgzn`).
@Component
class Suggestions {

  private static final int COUNT = 10;
  private static final int LONGEST = 40;
  private static final int LONGEST_HOMOPHONE = 12;
  private static final Pattern SPELLED = Pattern.compile("[a-z0-9]{2,40}");

  private final TermSuggestions terms;

  Suggestions(TermSuggestions terms) {
    this.terms = terms;
  }

  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if it cannot be asked
  ///   now
  List<Suggestion> complete(String text) {
    String typed = TextNormalizer.fold(text).strip();
    if (typed.isEmpty() || typed.length() > LONGEST) {
      return List.of();
    }
    return terms.complete(typed, spelled(typed), COUNT);
  }

  /// The word that is most likely meant by something typed in Latin letters.
  ///
  /// @return empty when it cannot be pinyin, or is nobody's
  Optional<String> meantBy(String text) {
    String spelled = spelled(TextNormalizer.fold(text).strip());
    if (spelled.isEmpty()) {
      return Optional.empty();
    }
    return terms.complete(spelled, spelled, COUNT).stream()
        .filter(suggestion -> suggestion.type() != Suggestion.Type.HEADLINE)
        .map(Suggestion::text)
        .filter(meant -> !TextNormalizer.fold(meant).equals(spelled))
        .findFirst();
  }

  /// A name or keyphrase that sounds like what was typed and is written otherwise, as an input
  /// method by pinyin leaves it: 人工智能 for 人工只能.
  ///
  /// @return empty when there is none
  Optional<String> soundingLike(String text) {
    String typed = TextNormalizer.fold(text).strip();
    boolean chinese =
        typed.length() > 1
            && typed.length() <= LONGEST_HOMOPHONE
            && typed.codePoints().allMatch(Character::isIdeographic);
    if (!chinese) {
      return Optional.empty();
    }
    String sound = sound(typed);
    return terms.complete(typed, sound, COUNT).stream()
        .filter(suggestion -> suggestion.type() != Suggestion.Type.HEADLINE)
        .map(Suggestion::text)
        .filter(other -> !other.equals(typed) && sound(other).equals(sound))
        .findFirst();
  }

  private static String sound(String text) {
    return Pinyin.of(text).replace(" ", "");
  }

  private static String spelled(String typed) {
    String letters = typed.replace(" ", "").replace("'", "");
    return SPELLED.matcher(letters).matches() ? letters : "";
  }
}
