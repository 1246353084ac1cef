package io.wenliu.ingest.page;

import java.util.List;

/// Lines that belong together.
///
/// @param text the lines joined, spaces as printed
/// @param gap blank lines before, as far as they are not the page's manner
/// @param reason why, in Chinese
record Block(BlockKind kind, List<PageLine> lines, String text, int gap, String reason) {

  PageLine first() {
    return lines.getFirst();
  }

  PageLine last() {
    return lines.getLast();
  }

  /// Whether the text stops before its sentence does.
  boolean isOpen() {
    return !Punctuation.endsWithStop(text) && Dateline.closing(text) == null;
  }

  Block as(BlockKind newKind, String newReason) {
    return new Block(newKind, lines, text, gap, newReason);
  }
}
