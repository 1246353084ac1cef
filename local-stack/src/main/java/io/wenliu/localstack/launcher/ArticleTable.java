package io.wenliu.localstack.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The demo's table of articles, aligned for characters of double width.
final class ArticleTable {

  private static final List<String> TITLES = List.of("标题", "作者", "报纸", "日期", "版面", "秒");

  /// Most columns that each field may take.
  private static final List<Integer> LIMITS = List.of(44, 20, 12, 10, 6, 8);

  private static final String GAP = "  ";
  private static final String NOTHING = "-";
  private static final String ALREADY_THERE = "已在库";

  private ArticleTable() {}

  /// Lines without line breaks: titles, a rule, then one line per article in the given order, and
  /// one about pages that have none.
  ///
  /// @param over names of pages that were withdrawn or replaced
  static List<String> lines(List<ArticleRow> rows, List<String> over) {
    var cells = rows.stream().map(ArticleTable::cells).toList();
    var widths = new ArrayList<Integer>();
    for (int column = 0; column < TITLES.size(); column++) {
      widths.add(width(column, cells));
    }
    var lines = new ArrayList<String>();
    lines.add(line(TITLES, widths));
    lines.add("-".repeat(widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * 5));
    cells.forEach(row -> lines.add(line(row, widths)));
    if (!over.isEmpty()) {
      lines.add("已撤回或被替换，未列出（withdrawn or replaced）：" + String.join("、", over));
    }
    return lines;
  }

  private static List<String> cells(ArticleRow row) {
    var seconds = row.seconds();
    return List.of(
        orNothing(row.headline()),
        orNothing(row.byline()),
        orNothing(row.newspaper()),
        orNothing(row.date()),
        orNothing(row.page()),
        seconds == null ? ALREADY_THERE : String.format(Locale.ROOT, "%.2f", seconds));
  }

  private static String orNothing(String text) {
    return text.isBlank() ? NOTHING : text;
  }

  private static int width(int column, List<List<String>> rows) {
    int widest = rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0);
    return Math.min(LIMITS.get(column), Math.max(widest, DisplayWidth.of(TITLES.get(column))));
  }

  private static String line(List<String> cells, List<Integer> widths) {
    var line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      line.append(column == 0 ? "" : GAP);
      line.append(DisplayWidth.fit(cells.get(column), widths.get(column)));
    }
    return line.toString().stripTrailing();
  }
}
