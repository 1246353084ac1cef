package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;

/// How a page is set: the widths of its columns, and whether blank lines mean anything.
///
/// @param wrapped whether lines are broken at the column's edge; else a line is a paragraph
/// @param doubleSpaced whether every line is followed by a blank one
/// @param columns widths at which lines break, most frequent first; at least one if wrapped
/// @param slack how far below the width a full line may stay
/// @param indented whether paragraphs begin with an indent, which extraction has lost but widths
///   show
record Layout(
    boolean wrapped, boolean doubleSpaced, List<Double> columns, double slack, boolean indented) {
  private static final double INDENT = 2;
  private static final double HANGING = 1.6;
  private static final int SHORTEST_COLUMN = 8;
  private static final int LONGEST_COLUMN = 64;

  static Layout of(List<PageLine> lines) {
    int[] histogram = new int[LONGEST_COLUMN + 2];
    int open = 0;
    int stops = 0;
    int singleBlanks = 0;
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      if (i > 0 && line.blanksBefore() == 1) {
        singleBlanks++;
      }
      if (line.width() < SHORTEST_COLUMN) {
        continue;
      }
      if (Punctuation.endsWithStop(line.text())) {
        stops++;
      } else {
        open++;
        if (line.width() <= LONGEST_COLUMN) {
          histogram[(int) Math.round(line.width())]++;
        }
      }
    }
    List<Double> columns = columns(histogram, open);
    int near = 0;
    if (!columns.isEmpty()) {
      int main = (int) Math.round(columns.getFirst());
      for (int w = Math.max(0, main - 2); w <= Math.min(LONGEST_COLUMN, main + 2); w++) {
        near += histogram[w];
      }
    }
    boolean wrapped =
        near >= 4 && near * 10 >= open * 4 && near * 4 >= stops && mostlyWithin(lines, columns);
    if (!wrapped) {
      return new Layout(false, false, List.of(), 0, false);
    }
    boolean doubleSpaced = lines.size() > 3 && singleBlanks * 10 >= (lines.size() - 1) * 7;
    Layout plain =
        new Layout(true, doubleSpaced, columns, slack(histogram, columns.getFirst()), false);
    return new Layout(true, doubleSpaced, columns, plain.slack, plain.showsIndents(lines));
  }

  /// Whether lines that open a paragraph tend to be two characters short of those that follow.
  private boolean showsIndents(List<PageLine> lines) {
    int indents = 0;
    int flush = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      PageLine line = lines.get(i);
      PageLine below = lines.get(i + 1);
      boolean opens =
          i == 0
              || gap(line) > 0
              || (Punctuation.endsWithStop(lines.get(i - 1).text()) && !isFull(lines.get(i - 1)));
      if (!opens || gap(below) > 0 || !isFull(below) || Punctuation.endsWithStop(line.text())) {
        continue;
      }
      if (isFull(line) && line.width() >= columns.getFirst() - 0.6) {
        flush++;
      } else if (isIndented(line, columns.getFirst())) {
        indents++;
      }
    }
    return indents >= 3 && indents > flush;
  }

  private boolean isIndented(PageLine line, double column) {
    return line.width() >= column - slack - INDENT - 0.3 && line.width() <= column - INDENT + 1;
  }

  /// Whether the line would be full, had it not lost its indent.
  boolean isFullOpening(PageLine line) {
    return indented && columns.stream().anyMatch(c -> isIndented(line, c));
  }

  /// Short headings between long lines make no column: the text itself has to stand in it.
  private static boolean mostlyWithin(List<PageLine> lines, List<Double> columns) {
    double widest = columns.stream().mapToDouble(c -> c).max().orElse(0) + HANGING;
    double within = 0;
    double beyond = 0;
    for (PageLine line : lines) {
      if (line.width() <= widest) {
        within += line.width();
      } else {
        beyond += line.width();
      }
    }
    return within > beyond;
  }

  private static List<Double> columns(int[] histogram, int open) {
    List<Double> columns = new ArrayList<>();
    int[] rest = histogram.clone();
    for (int round = 0; round < 4; round++) {
      int best = 0;
      int bestCount = 0;
      for (int w = SHORTEST_COLUMN; w <= LONGEST_COLUMN; w++) {
        int count = rest[w] * 2 + rest[w - 1] + rest[w + 1];
        if (count > bestCount) {
          bestCount = count;
          best = w;
        }
      }
      int lines = 0;
      for (int w = best - 2; best > 0 && w <= Math.min(best + 2, LONGEST_COLUMN); w++) {
        lines += rest[w];
        rest[w] = 0;
      }
      boolean enough = round == 0 ? lines >= 3 : lines >= 6 && lines * 8 >= open;
      if (!enough) {
        break;
      }
      columns.add((double) best);
    }
    return columns;
  }

  /// Justified pages squeeze and stretch their lines; their short lines tell less.
  private static double slack(int[] histogram, double column) {
    int main = (int) Math.round(column);
    int all = 0;
    for (int w = Math.max(0, main - 3); w <= Math.min(LONGEST_COLUMN, main + 2); w++) {
      all += histogram[w];
    }
    int below = 0;
    for (int w = Math.max(0, main - 3); w < main; w++) {
      below += histogram[w];
      if (below * 12 > all) {
        return main - w + 0.3;
      }
    }
    return 0.3;
  }

  /// Whether the line reaches the edge of a column, so that what follows may carry it on.
  boolean isFull(PageLine line) {
    if (!wrapped) {
      return false;
    }
    if (line.spaced()) {
      return true;
    }
    double spaces = 0.5 * count(line.text(), " ");
    for (double column : columns) {
      if (line.width() + spaces >= column - slack - 0.3 && line.width() <= column + hanging(line)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the line is wider than any column: a headline, a note, or a text set across columns.
  boolean isWide(PageLine line) {
    if (!wrapped) {
      return false;
    }
    for (double column : columns) {
      if (line.width() <= column + hanging(line)) {
        return false;
      }
    }
    return true;
  }

  /// Justified lines squeeze their punctuation, so that more of them fits.
  private double hanging(PageLine line) {
    return slack < 1 ? HANGING : HANGING + 0.4 * count(line.text(), "，。、；：“”（）《》");
  }

  private static int count(String text, String chars) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += chars.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return count;
  }

  double mainColumn() {
    return columns.isEmpty() ? 0 : columns.getFirst();
  }

  /// Blank lines before a line, as far as they are not the page's manner.
  int gap(PageLine line) {
    return doubleSpaced ? Math.max(0, line.blanksBefore() - 1) : line.blanksBefore();
  }
}
