package io.wenliu.ingest.page;

import org.jspecify.annotations.Nullable;

/// Whether a short line is a headline rather than a section heading, from its form and place.
///
/// @param odds natural log-odds for a headline
/// @param reason what counted, in Chinese
record HeadlineOdds(double odds, String reason) {

  static HeadlineOdds of(
      Block block,
      Layout layout,
      MarkdownLevels markdown,
      boolean first,
      boolean last,
      @Nullable Item before,
      @Nullable Block after) {
    double odds = 0;
    StringBuilder reason = new StringBuilder();
    if (markdown.isHeading(block)) {
      odds -= 8;
      reason.append("Markdown 次级标题；");
    } else if (markdown.top() > 0) {
      odds -= 1.5;
      reason.append("本版标题另有标记；");
    }
    if (Numbering.level(block.text()) > 0) {
      odds -= 7;
      reason.append("有序号；");
    }
    double width = Spacing.width(block.text());
    double byLength = Math.max(-1.5, Math.min(2.5, (width - 16) * 0.25));
    odds += byLength;
    reason.append(byLength > 0 ? "较长；" : "较短；");
    if (block.lines().size() == 1 && hasTwoClauses(block.text())) {
      odds += 0.7;
      reason.append("分两句；");
    }
    if (layout.isWide(block.first())
        || (block.lines().size() > 1 && layout.isFull(block.first()))) {
      odds += 2.5;
      reason.append("宽过栏宽；");
    }
    if (first) {
      odds += 4;
      reason.append("在版首；");
    }
    if (last) {
      odds += 3;
      reason.append("其后无正文；");
    }
    if (before instanceof Item.Note
        || (before instanceof Item.Text t && Dateline.closing(t.block().text()) != null)) {
      odds += 2;
      reason.append("上文已结束；");
    }
    if (after != null && Dateline.opening(after.text()) != null) {
      odds += 3;
      reason.append("其下电头；");
    }
    if (after != null && after.kind() == BlockKind.SHORT) {
      odds += 0.5;
    }
    return new HeadlineOdds(odds, reason.toString());
  }

  private static boolean hasTwoClauses(String text) {
    int space = text.indexOf(' ');
    return space >= 5 && text.length() - space >= 6;
  }
}
