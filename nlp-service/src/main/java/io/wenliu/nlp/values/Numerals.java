package io.wenliu.nlp.values;

import org.jspecify.annotations.Nullable;

/// The numbers of one text by where they start, each read once however often it is asked for.
final class Numerals {

  private static final boolean[] STARTS = new boolean[Character.MAX_VALUE + 1];

  static {
    String all = "0123456789０１２３４５６７８９零〇一二两三四五六七八九十";
    for (int i = 0; i < all.length(); i++) {
      STARTS[all.charAt(i)] = true;
    }
  }

  private final @Nullable Numeral[] byStart;

  private Numerals(@Nullable Numeral[] byStart) {
    this.byStart = byStart;
  }

  static Numerals of(String text) {
    @Nullable Numeral[] byStart = new Numeral[text.length()];
    for (int i = 0; i < byStart.length; i++) {
      if (STARTS[text.charAt(i)]) {
        byStart[i] = Numeral.at(text, i);
      }
    }
    return new Numerals(byStart);
  }

  /// The number that starts exactly at `at`; null where none does, and behind the text.
  @Nullable Numeral at(int at) {
    return at < byStart.length ? byStart[at] : null;
  }
}
