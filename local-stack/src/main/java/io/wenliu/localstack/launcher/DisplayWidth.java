package io.wenliu.localstack.launcher;

/// How many columns a text takes in a terminal: two for a wide character, one for any other.
///
/// Wide are the blocks that Unicode's East Asian Width property gives as Wide or Fullwidth (UAX
/// #11). Ambiguous characters, curly quotation marks say, count as one, as in a terminal's default.
final class DisplayWidth {

  /// First and last code point of each wide range, in order.
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
  };

  private static final String ELLIPSIS = "…";

  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /// The text cut to a number of columns, with an ellipsis where something was cut, and filled up
  /// with blanks.
  static String fit(String text, int columns) {
    var shown = of(text) <= columns ? text : cut(text, columns - of(ELLIPSIS)) + ELLIPSIS;
    return shown + " ".repeat(columns - of(shown));
  }

  private static String cut(String text, int columns) {
    var kept = new StringBuilder();
    int width = 0;
    for (int codePoint : text.codePoints().toArray()) {
      width += of(codePoint);
      if (width > columns) {
        break;
      }
      kept.appendCodePoint(codePoint);
    }
    return kept.toString();
  }

  private static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (codePoint < range[0]) {
        return 1;
      }
      if (codePoint <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
