package io.wenliu.ingest.page;

import java.util.List;

/// Which Markdown headings of a page are headlines: the outermost, if there are two kinds.
///
/// @param top level of the outermost; 0 where there is none
/// @param several whether there are deeper ones, or bold lines
record MarkdownLevels(int top, boolean several) {

  static MarkdownLevels of(List<Block> blocks) {
    int top = 7;
    int deepest = 0;
    boolean bold = false;
    for (Block block : blocks) {
      int level = block.first().markdown();
      if (level > 0) {
        top = Math.min(top, level);
        deepest = Math.max(deepest, level);
      }
      bold |= block.first().bold();
    }
    return new MarkdownLevels(top == 7 ? 0 : top, top < deepest || (bold && top < 7));
  }

  boolean isTitle(Block block) {
    return block.first().markdown() == top
        && top > 0
        && (several || top == 1)
        && !block.first().bold();
  }

  boolean isHeading(Block block) {
    return block.first().bold() || (block.first().markdown() > top && top > 0);
  }
}
