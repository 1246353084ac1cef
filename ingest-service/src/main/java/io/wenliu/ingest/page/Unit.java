package io.wenliu.ingest.page;

import java.util.List;

/// One line, or the few lines of a note or a caption.
///
/// @param reason why it is what it is, in Chinese
record Unit(UnitKind kind, List<PageLine> lines, String text, String reason) {
  PageLine line() {
    return lines.getFirst();
  }
}
