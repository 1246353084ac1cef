package io.wenliu.ingest.page;

/// One line that is not blank.
///
/// @param number counts from 1, blank lines included
/// @param raw as read
/// @param text trimmed, without Markdown, letter-spacing closed up
/// @param blanksBefore blank lines between this line and the one before
/// @param width in Han characters; a Latin letter or digit is half
/// @param markdown level of a Markdown heading; 0 for none
/// @param bold whether the whole line is bold in Markdown
/// @param spaced whether the line was letter-spaced, which is how justified lines come out
record PageLine(
    int number,
    String raw,
    String text,
    int blanksBefore,
    double width,
    int markdown,
    boolean bold,
    boolean spaced) {

  char first() {
    return text.charAt(0);
  }

  char last() {
    return text.charAt(text.length() - 1);
  }
}
