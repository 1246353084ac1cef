package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;

/// Third step: lines into paragraphs and short blocks.
///
/// Furniture and captions are lifted out, so that a sentence runs on across them. A page whose
/// lines are hard-wrapped is joined by width, punctuation and [Continuation]; on any other page a
/// line is a paragraph unless it stops in mid-sentence.
final class Blocks {
  private static final double LONGEST_SHORT = 62;
  private static final double PROBABLY = 8.5;
  private static final double PLAINLY = 13;
  private static final double LONGEST_QUESTION = 24;

  private final Layout layout;
  private final Continuation language;
  private final List<Block> blocks = new ArrayList<>();
  private final List<PageLine> current = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean skipped;

  /// What the text at hand comes to, counted line by line as it grows.
  private int commas;

  private double width;
  private boolean stop;

  /// Once running text, always running text: what has been looked at is not looked at again.
  private boolean body;

  private Blocks(Layout layout, Continuation language) {
    this.layout = layout;
    this.language = language;
  }

  static List<Block> of(List<Unit> units, Layout layout, Continuation language) {
    Blocks blocks = new Blocks(layout, language);
    for (int i = 0; i < units.size(); i++) {
      blocks.take(units, i);
    }
    blocks.close();
    return blocks.blocks;
  }

  private void take(List<Unit> units, int i) {
    Unit unit = units.get(i);
    switch (unit.kind()) {
      case FURNITURE, CAPTION -> {
        blocks.add(block(unit));
        skipped = !current.isEmpty();
      }
      case TEXT -> {
        if (!current.isEmpty() && insertion(units, i)) {
          blocks.add(
              new Block(
                  BlockKind.FURNITURE,
                  unit.lines(),
                  unit.text(),
                  layout.gap(unit.line()),
                  "插在一句话中间的短行"));
          skipped = true;
        } else {
          if (!current.isEmpty()
              && (isTitleLine(units, i) || !joins(unit.line(), next(units, i)))) {
            close();
          }
          append(unit.line());
          skipped = false;
        }
      }
      case SUBTITLE, BYLINE, NAMES, NOTE, DOCUMENT_DATE -> {
        close();
        blocks.add(block(unit));
      }
    }
  }

  private Block block(Unit unit) {
    return new Block(
        BlockKind.valueOf(unit.kind().name()),
        unit.lines(),
        unit.text(),
        layout.gap(unit.line()),
        unit.reason());
  }

  /// The text line below, past furniture; null where something else or nothing follows.
  private static @org.jspecify.annotations.Nullable PageLine next(List<Unit> units, int i) {
    for (int j = i + 1; j < units.size(); j++) {
      Unit unit = units.get(j);
      if (unit.kind() == UnitKind.TEXT) {
        return unit.line();
      }
      if (unit.kind() != UnitKind.FURNITURE && unit.kind() != UnitKind.CAPTION) {
        return null;
      }
    }
    return null;
  }

  /// A short line between two halves of one sentence is an insertion, whatever it says.
  private boolean insertion(List<Unit> units, int i) {
    PageLine line = units.get(i).line();
    PageLine after = next(units, i);
    if (after == null
        || line.markdown() > 0
        || line.width() > 16
        || Punctuation.endsWithStop(line.text())
        || Punctuation.endsWithStop(text)
        || Punctuation.neverLast(text.charAt(text.length() - 1))
        || SourceNote.isClose(line.last())
        || !(isBody() || commas > 0)
        || (layout.wrapped() && (layout.isFull(line) || !layout.isFull(current.getLast())))
        || Numbering.level(line.text()) > 0) {
      return false;
    }
    double across = language.continues(text, after.text());
    double before = language.continues(text, line.text());
    double behind = language.continues(line.text(), after.text());
    return across > 6 && across > before + 3 && behind < 4;
  }

  /// A short line without a full stop is no part of the text before it, if that text is whole; nor
  /// is a line that stands alone, or above a byline, unless it plainly carries the sentence on.
  private boolean isTitleLine(List<Unit> units, int i) {
    PageLine line = units.get(i).line();
    if (Punctuation.endsWithStop(line.text())
        || Punctuation.neverFirst(line.first())
        || Punctuation.commas(line.text()) > 1) {
      return false;
    }
    boolean signed = i + 1 < units.size() && isHeadTail(units.get(i + 1).kind());
    if (stops()) {
      return signed
          || (layout.wrapped()
              && line.width() < layout.mainColumn() - layout.slack() - 2.5
              && Punctuation.commas(line.text()) == 0);
    }
    boolean parted = layout.wrapped() && !layout.doubleSpaced() && layout.gap(line) > 0 && isBody();
    boolean alone =
        i + 1 == units.size()
            || units.get(i + 1).kind() != UnitKind.TEXT
            || layout.gap(units.get(i + 1).line()) > 0;
    return parted && (signed || alone) && language.continues(text, line.text()) < PLAINLY;
  }

  private static boolean isHeadTail(UnitKind kind) {
    return kind == UnitKind.SUBTITLE
        || kind == UnitKind.BYLINE
        || kind == UnitKind.NAMES
        || kind == UnitKind.DOCUMENT_DATE;
  }

  private boolean joins(PageLine line, @org.jspecify.annotations.Nullable PageLine below) {
    PageLine last = current.getLast();
    if (line.markdown() > 0 || line.bold() || last.markdown() > 0 || last.bold()) {
      return false;
    }
    if (Numbering.level(line.text()) == 1
        && !(layout.isFull(last) && !Punctuation.endsWithStop(text))) {
      return false;
    }
    if (Punctuation.neverFirst(line.first())
        && !Spacing.isLatin(line.first())
        && (isBody() || layout.gap(line) == 0)) {
      return true;
    }
    double carriesOn = language.continues(text, line.text());
    return layout.wrapped()
        ? joinsWrapped(last, line, below, carriesOn)
        : joinsUnwrapped(line, carriesOn);
  }

  private boolean joinsUnwrapped(PageLine line, double carriesOn) {
    if (stops()) {
      return false;
    }
    boolean shortish =
        line.width() <= 40
            && Punctuation.commas(line.text()) == 0
            && !Punctuation.endsWithStop(line.text());
    if (Punctuation.neverLast(text.charAt(text.length() - 1))) {
      return carriesOn > (shortish ? 8 : -6);
    }
    return isBody() && carriesOn > (shortish ? 10 : 1.5);
  }

  private boolean joinsWrapped(
      PageLine last,
      PageLine line,
      @org.jspecify.annotations.Nullable PageLine below,
      double carriesOn) {
    int gap = skipped ? Math.max(1, layout.gap(line)) : layout.gap(line);
    boolean stops = stops();
    boolean full =
        layout.isFull(last)
            || (current.size() == 1
                && layout.isFullOpening(last)
                && layout.isFull(line)
                && carriesOn > (gap > 0 || layout.doubleSpaced() ? PROBABLY : 1));
    if (layout.isWide(last)) {
      return !stops
          && (gap == 0
              ? carriesOn > (layout.isWide(line) ? -2 : 3)
              : carriesOn > 5 && layout.isWide(line));
    }
    if (stops && Dateline.isAlone(line.text())) {
      return full && gap <= 1;
    }
    if (stops) {
      return full && gap == 0 && Dateline.opening(line.text()) == null && !opensParagraph(line);
    }
    if (layout.isWide(line) && !(full && isBody() && carriesOn > 8)) {
      return false;
    }
    boolean shortish =
        !layout.isFull(line)
            && !layout.isFullOpening(line)
            && !Punctuation.endsWithStop(line.text());
    if (full && gap == 0) {
      boolean body = isBody() || current.size() > 1 || commas > 0;
      return body || carriesOn > (layout.doubleSpaced() ? 3 : -2);
    }
    if (full) {
      boolean mustGoOn = Punctuation.neverLast(text.charAt(text.length() - 1));
      if (isBody() || commas > 0) {
        return carriesOn > (shortish ? 6 : mustGoOn ? -5 : 0);
      }
      return carriesOn > 5;
    }
    if (gap == 0) {
      boolean ragged = last.width() >= layout.mainColumn() - layout.slack() - 2.5;
      boolean bothShort = shortish && !isBody() && Numbering.level(line.text()) == 0;
      boolean edge = last.width() >= layout.mainColumn() - layout.slack() - 1.5;
      return (ragged && isBody() && carriesOn > 5)
          || (edge && layout.isFull(line) && carriesOn > 6)
          || (bothShort && carriesOn > 3 && goesOnAsHeading(below));
    }
    return isBody() && carriesOn > 9;
  }

  /// Two short lines are one heading only if what follows is not a third.
  private boolean goesOnAsHeading(@org.jspecify.annotations.Nullable PageLine below) {
    return current.size() < 3 && (below == null || layout.gap(below) > 0 || layout.isFull(below));
  }

  private boolean opensParagraph(PageLine line) {
    if (Numbering.level(line.text()) > 0) {
      return true;
    }
    double evidence = language.opensParagraph(line.text());
    return evidence > (layout.doubleSpaced() ? 1.0 : 2.5);
  }

  /// Whether the text so far is whole: a full stop, or a dateline that closes an article.
  private boolean stops() {
    return Punctuation.endsWithStop(text)
        || (SourceNote.isClose(text.charAt(text.length() - 1)) && Dateline.closing(text) != null);
  }

  /// Whether the block at hand is running text rather than a headline or a heading.
  private boolean isBody() {
    body = body || looksLikeBody();
    return body;
  }

  private boolean looksLikeBody() {
    if (text.length() < 80 && text.indexOf("日电") > 0 && Dateline.opening(text.toString()) != null) {
      return true;
    }
    return stop
        || commas > 1
        || width > LONGEST_SHORT
        || (commas == 1 && width > (layout.wrapped() ? layout.mainColumn() + 2 : 24));
  }

  private void append(PageLine line) {
    if (!current.isEmpty() && spaceBetween(current.getLast(), line)) {
      text.append(' ');
    }
    current.add(line);
    text.append(line.text());
    commas += Punctuation.commas(line.text());
    width += line.width();
    stop = stop || Punctuation.hasStop(line.text());
  }

  /// A line break is a space between Latin words, and between the lines of a headline.
  private boolean spaceBetween(PageLine last, PageLine line) {
    boolean latin = Spacing.isLatin(last.last()) && Spacing.isLatin(line.first());
    boolean trailing = Spacing.isSpace(last.raw().charAt(last.raw().length() - 1));
    return (latin && (trailing || !layout.isFull(last)))
        || (!layout.isFull(last) && !layout.isWide(last) && !isBody());
  }

  private void close() {
    if (current.isEmpty()) {
      return;
    }
    PageLine first = current.getFirst();
    BlockKind kind = isShort() ? BlockKind.SHORT : BlockKind.PARAGRAPH;
    String reason = kind == BlockKind.SHORT ? "短行，无句号" : current.size() > 1 ? "接排成段" : "自成一段";
    blocks.add(new Block(kind, List.copyOf(current), text.toString(), layout.gap(first), reason));
    current.clear();
    body = false;
    commas = 0;
    width = 0;
    stop = false;
    text.setLength(0);
    skipped = false;
  }

  private boolean isShort() {
    PageLine first = current.getFirst();
    if (width > LONGEST_SHORT || stop || current.size() > 3) {
      return false;
    }
    if (first.markdown() > 0 || first.bold()) {
      return true;
    }
    if (Punctuation.neverLast(text.charAt(text.length() - 1))) {
      return false;
    }
    if (layout.wrapped() && current.size() > 1 && commas > 0) {
      return false;
    }
    if (Dateline.closing(text) != null || Dateline.opening(text.toString()) != null) {
      return false;
    }
    if (Punctuation.endsWithStop(text)) {
      char start = text.charAt(0);
      return width <= LONGEST_QUESTION
          && start != '“'
          && commas == 0
          && (!layout.wrapped() || current.size() == 1)
          && text.indexOf("……") < 0;
    }
    return commas <= 1 || (commas == 2 && width < 36);
  }
}
