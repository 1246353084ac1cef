package io.wenliu.ingest.page;

/// What punctuation says about where sentences end.
final class Punctuation {
  private static final String FULL_STOPS = "。！？…!?";
  private static final String CLOSERS = "”’』」》）)】〕\"'";
  private static final String OPENERS = "“‘『「《（(【〔[";
  private static final String NEVER_FIRST = "。，、；：！？”’）》」』】〕％%,.;:!?)…·";
  private static final String NEVER_LAST = "“‘（《「『【〔([{、，：；,";

  private Punctuation() {}

  /// Whether the text ends as a sentence does, closing marks aside.
  static boolean endsSentence(CharSequence text) {
    int i = text.length() - 1;
    while (i >= 0 && (CLOSERS.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == ' ')) {
      i--;
    }
    if (i < 0) {
      return true;
    }
    return FULL_STOPS.indexOf(text.charAt(i)) >= 0
        || (i < text.length() - 1 && text.charAt(text.length() - 1) == '”' && hasStop(text));
  }

  /// Whether nothing may follow: a full stop, with or without closing marks.
  static boolean endsWithStop(CharSequence text) {
    int i = text.length() - 1;
    while (i >= 0 && (CLOSERS.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == ' ')) {
      i--;
    }
    return i >= 0 && FULL_STOPS.indexOf(text.charAt(i)) >= 0;
  }

  /// A full stop anywhere: headlines and headings have none.
  static boolean hasStop(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '。' || text.charAt(i) == '；') {
        return true;
      }
    }
    return false;
  }

  static int commas(CharSequence text) {
    int commas = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '，' || text.charAt(i) == '。' || text.charAt(i) == '；') {
        commas++;
      }
    }
    return commas;
  }

  /// A sentence cannot begin with this.
  static boolean neverFirst(char c) {
    return NEVER_FIRST.indexOf(c) >= 0;
  }

  /// A sentence cannot end with this.
  static boolean neverLast(char c) {
    return NEVER_LAST.indexOf(c) >= 0;
  }

  /// Whether a bracket or a quotation mark is left open.
  static boolean leavesOpen(CharSequence text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (OPENERS.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSERS.indexOf(c) >= 0 && depth > 0) {
        depth--;
      }
    }
    return depth > 0;
  }
}
