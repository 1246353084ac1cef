package io.wenliu.ingest.page;

/// White space and width in Chinese lines.
final class Spacing {
  /// Fewer gaps than this may be a spaced name.
  private static final int LETTER_SPACED_FROM = 5;

  private Spacing() {}

  static boolean isSpace(char c) {
    if (c > '\u3000') {
      return c == '\uFEFF';
    }
    return c <= ' '
        || c == '\u00A0'
        || c == '\u3000'
        || c == '\u200B'
        || c == '\u00AD'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c);
  }

  static String trim(String s) {
    int from = 0;
    int to = s.length();
    while (from < to && isSpace(s.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(s.charAt(to - 1))) {
      to--;
    }
    return s.substring(from, to);
  }

  /// Where the first space stands; -1 if there is none, as in nearly all Chinese text.
  private static int firstSpace(CharSequence s) {
    for (int i = 0; i < s.length(); i++) {
      if (isSpace(s.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  static String withoutSpaces(CharSequence s) {
    if (firstSpace(s) < 0) {
      return s.toString();
    }
    StringBuilder out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); i++) {
      if (!isSpace(s.charAt(i))) {
        out.append(s.charAt(i));
      }
    }
    return out.toString();
  }

  static String singleSpaces(String s) {
    if (firstSpace(s) < 0) {
      return s;
    }
    StringBuilder out = new StringBuilder(s.length());
    boolean gap = false;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (isSpace(c)) {
        gap = true;
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /// Whether nearly every character stands alone: `人 工 智 能 国 际 合 作`.
  static boolean isLetterSpaced(String text) {
    int gaps = 0;
    int others = 0;
    for (int i = 1; i < text.length(); i++) {
      if (isSpace(text.charAt(i)) && !isSpace(text.charAt(i - 1))) {
        gaps++;
      } else if (!isSpace(text.charAt(i)) && !isSpace(text.charAt(i - 1))) {
        others++;
      }
    }
    return gaps >= LETTER_SPACED_FROM && others * 2 <= gaps;
  }

  static double width(CharSequence s) {
    double width = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (!isSpace(c) && !Character.isLowSurrogate(c)) {
        width +=
            c < 0x2E80 && c != '—' && c != '…' && c != '“' && c != '”' && c != '‘' && c != '’'
                ? 0.5
                : 1;
      }
    }
    return width;
  }

  static boolean isHan(char c) {
    return (c >= '\u4E00' && c <= '\u9FFF')
        || (c >= '\u3400' && c <= '\u4DBF')
        || c == '〇'
        || Character.isSurrogate(c);
  }

  static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  /// Running text without the spaces that typesetting leaves in Chinese.
  ///
  /// A space stays between two Latin words, after a dateline, and between two clauses within
  /// quotation marks (`“庆中秋 迎国庆”`), where it is the author's.
  static String tidy(String text) {
    if (text.indexOf(' ') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int quoted = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '“' || c == '《' || c == '「') {
        quoted++;
      } else if (c == '”' || c == '》' || c == '」') {
        quoted = Math.max(0, quoted - 1);
      }
      if (c != ' ') {
        out.append(c);
      } else if (i > 0 && i + 1 < text.length() && keeps(text, i, quoted > 0)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean keeps(String text, int at, boolean quoted) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    boolean latin = before < 0x2E80 && after < 0x2E80 && before != '”' && after != '“';
    if (latin) {
      return Character.isLetterOrDigit(before)
          && Character.isLetterOrDigit(after)
          && (isLatin(before) || isLatin(after));
    }
    if (before == '电' && at >= 3 && isHan(after) && text.charAt(at - 2) == '日') {
      return true;
    }
    return quoted && hanRun(text, at, -1) >= 3 && hanRun(text, at, 1) >= 3;
  }

  private static int hanRun(String text, int at, int step) {
    int run = 0;
    for (int i = at + step;
        run < 3 && i >= 0 && i < text.length() && isHan(text.charAt(i));
        i += step) {
      run++;
    }
    return run;
  }
}
