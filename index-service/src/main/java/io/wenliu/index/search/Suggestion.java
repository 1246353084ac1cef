package io.wenliu.index.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A completion of what is being typed.
///
/// @param articleId of the headline's article; null for names and keyphrases
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestion(String text, Type type, @Nullable String articleId) {

  /// Where it comes from.
  public enum Type {
    HEADLINE,
    NAME,
    KEYPHRASE;

    @JsonValue
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
