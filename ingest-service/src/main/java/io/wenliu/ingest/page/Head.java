package io.wenliu.ingest.page;

import java.util.List;

/// A headline with what stands under it.
///
/// @param titles the headline's lines
/// @param others subtitle, byline, kicker, document date, in the page's order
record Head(List<Block> titles, List<Block> others) {

  String title() {
    StringBuilder title = new StringBuilder();
    for (Block block : titles) {
      if (!title.isEmpty()) {
        title.append(' ');
      }
      title.append(block.text());
    }
    return title.toString();
  }

  boolean has(BlockKind kind) {
    return others.stream().anyMatch(b -> b.kind() == kind);
  }
}
