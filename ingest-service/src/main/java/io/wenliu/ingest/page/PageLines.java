package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;

/// First step: a page's text into lines, free of Markdown and letter-spacing.
final class PageLines {
  private PageLines() {}

  static List<PageLine> read(String page) {
    List<PageLine> lines = new ArrayList<>();
    int number = 0;
    int blanks = 0;
    int start = 0;
    for (int i = 0; i <= page.length(); i++) {
      if (i == page.length() || isBreak(page.charAt(i))) {
        number++;
        PageLine line = line(number, page.substring(start, i), blanks);
        if (line == null) {
          blanks++;
        } else {
          lines.add(line);
          blanks = 0;
        }
        if (i + 1 < page.length() && page.charAt(i) == '\r' && page.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    return lines;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  private static @org.jspecify.annotations.Nullable PageLine line(
      int number, String raw, int blanks) {
    String text = Spacing.trim(raw);
    int markdown = 0;
    while (markdown < text.length() && markdown < 6 && text.charAt(markdown) == '#') {
      markdown++;
    }
    if (markdown > 0 && (markdown == text.length() || Spacing.isSpace(text.charAt(markdown)))) {
      text = Spacing.trim(text.substring(markdown));
    } else {
      markdown = 0;
    }
    boolean bold = false;
    if (text.length() > 4
        && text.startsWith("**")
        && text.endsWith("**")
        && text.indexOf("**", 2) == text.length() - 2) {
      text = Spacing.trim(text.substring(2, text.length() - 2));
      bold = true;
    }
    if (text.isEmpty()) {
      return null;
    }
    boolean spaced = Spacing.isLetterSpaced(text);
    text = spaced ? Spacing.withoutSpaces(text) : Spacing.singleSpaces(text);
    return new PageLine(number, raw, text, blanks, Spacing.width(text), markdown, bold, spaced);
  }
}
