package io.wenliu.text;

import java.util.Objects;

/// One word of a text.
///
/// @param text as it stands in the text
/// @param form folded by [TextNormalizer], what searches compare
/// @param tag part of speech in the Peking University tag set as HanLP has it (`n`, `v`, `nr` for a
///   person, `ns` for a place, `nt` for an organisation, `t` for a time, `m` for a number, `w…` for
///   punctuation)
/// @param start UTF-16 offset into the text
public record Word(String text, String form, String tag, int start) {

  public Word {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(tag, "tag");
  }

  /// UTF-16 offset into the text, exclusive.
  public int end() {
    return start + text.length();
  }

  /// Whether it is neither punctuation nor another symbol.
  public boolean isSearchable() {
    int i = 0;
    while (i < form.length()) {
      int c = form.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }
}
