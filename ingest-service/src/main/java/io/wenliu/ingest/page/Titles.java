package io.wenliu.ingest.page;

/// Spaces in headlines, headings and captions, where a space between Chinese words is the author's.
final class Titles {
  private Titles() {}

  static String tidy(String text) {
    if (text.indexOf(' ') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' '
          || (i > 0 && i + 1 < text.length() && keeps(text.charAt(i - 1), text.charAt(i + 1)))) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean keeps(char before, char after) {
    if (Spacing.isHan(before) && Spacing.isHan(after)) {
      return true;
    }
    if (Spacing.isLatin(before) && (Spacing.isLatin(after) || Spacing.isDigit(after))) {
      return true;
    }
    return ((before == '”' || before == '》' || before == '。' || before == '？' || before == '！')
            && (Spacing.isHan(after) || after == '“' || after == '《'))
        || (Spacing.isHan(before) && (after == '“' || after == '《'));
  }
}
