package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was given to one article, in the page's order, before its facts are read.
final class ArticleParts {
  /// A paragraph or a heading.
  ///
  /// @param level 0 for a paragraph
  /// @param line where it begins
  /// @param cut whether it was recognised as the beginning of a broken sentence
  record Piece(int level, String text, int line, boolean cut) {}

  @Nullable Head head;
  final List<Piece> pieces = new ArrayList<>();
  final List<Block> notes = new ArrayList<>();
  final List<Block> loose = new ArrayList<>();
  final List<PageCaption> captions = new ArrayList<>();
  int firstLine = Integer.MAX_VALUE;
  int lastLine;

  void touch(Block block) {
    firstLine = Math.min(firstLine, block.first().number());
    lastLine = Math.max(lastLine, block.last().number());
  }

  List<String> paragraphs() {
    return pieces.stream().filter(p -> p.level() == 0).map(Piece::text).toList();
  }

  List<OutlineEntry> outline() {
    List<OutlineEntry> outline = new ArrayList<>();
    int paragraph = 0;
    for (Piece piece : pieces) {
      if (piece.level() > 0) {
        outline.add(new OutlineEntry(piece.level(), piece.text(), paragraph, false));
      } else {
        String runIn = Numbering.runIn(piece.text());
        if (!runIn.isEmpty()) {
          outline.add(new OutlineEntry(Numbering.level(runIn), runIn, paragraph, true));
        }
        paragraph++;
      }
    }
    return outline;
  }
}
