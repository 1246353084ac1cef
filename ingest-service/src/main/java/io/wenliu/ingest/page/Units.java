package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Second step: what lines say of themselves.
final class Units {
  private static final int NOTE_LINES = 4;
  private static final int CAPTION_LINES = 6;
  private static final int LONGEST_SUBTITLE = 60;
  private static final Pattern DATED = Pattern.compile("^(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日[，,]");
  private static final Pattern DOCUMENT_DATE =
      Pattern.compile(
          "^[（(]\\s*(?:[0-9]{4}|[〇零○一二三四五六七八九]{4})\\s*年\\s*[0-9一二三四五六七八九十]{1,3}\\s*月\\s*[0-9一二三四五六七八九十]{1,3}\\s*日[^（）()]{0,24}[）)]$");

  private final List<PageLine> lines;
  private final Layout layout;
  private final @Nullable String[] furniture;
  private final List<Unit> units = new ArrayList<>();
  private final boolean[] mayEndCaption;

  private Units(List<PageLine> lines, Layout layout) {
    this.lines = lines;
    this.layout = layout;
    this.furniture = new String[lines.size()];
    this.mayEndCaption = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      mayEndCaption[i] = Captions.mayEnd(lines.get(i).text());
    }
  }

  static List<Unit> of(List<PageLine> lines, Layout layout) {
    Units units = new Units(lines, layout);
    int i = 0;
    while (i < lines.size()) {
      Unit unit = units.at(i);
      units.units.add(unit);
      i += unit.lines().size();
    }
    return units.units;
  }

  private Unit at(int i) {
    PageLine line = lines.get(i);
    String text = line.text();
    if (line.markdown() > 0 || line.bold()) {
      return single(UnitKind.TEXT, line, "");
    }
    Unit caption = caption(i);
    if (caption != null) {
      return caption;
    }
    Unit note = note(i);
    if (note != null) {
      return note;
    }
    if (SourceNote.isOpen(line.first()) && DOCUMENT_DATE.matcher(text).matches()) {
      return single(UnitKind.DOCUMENT_DATE, line, "括号内单列的日期");
    }
    String furniture = furniture(i);
    if (!furniture.isEmpty() && !carriesOn(i)) {
      return single(UnitKind.FURNITURE, line, furniture);
    }
    if (isSubtitle(i)) {
      return single(UnitKind.SUBTITLE, line, "以破折号起行");
    }
    Byline byline = Byline.read(text);
    if (byline != null && (byline.certain() || !(layout.isFull(line) || wrapsTitle(i)))) {
      return byline.certain()
          ? single(UnitKind.BYLINE, line, "署名格式")
          : single(UnitKind.NAMES, line, "整行都是人名");
    }
    return single(UnitKind.TEXT, line, "");
  }

  private String furniture(int i) {
    String known = furniture[i];
    if (known == null) {
      known = Furniture.reason(lines.get(i).text());
      furniture[i] = known;
    }
    return known;
  }

  private static Unit single(UnitKind kind, PageLine line, String reason) {
    return new Unit(kind, List.of(line), line.text(), reason);
  }

  /// The last characters of a headline that was broken at the column's edge may look like a name.
  private boolean wrapsTitle(int i) {
    if (i == 0 || layout.gap(lines.get(i)) > 0 || !layout.isFull(lines.get(i - 1))) {
      return false;
    }
    PageLine before = lines.get(i - 1);
    return !Punctuation.endsWithStop(before.text())
        && CharacterModel.bundled().continues(before.text(), lines.get(i).text()) > 5;
  }

  /// A number or a date that a narrow column broke off its sentence is no folio.
  private boolean carriesOn(int i) {
    PageLine line = lines.get(i);
    if (i == 0 || layout.gap(line) > 0 || !layout.isFull(lines.get(i - 1))) {
      return false;
    }
    PageLine before = lines.get(i - 1);
    return !Punctuation.endsWithStop(before.text())
        && (layout.isFull(line)
            || (CharacterModel.bundled().continues(before.text(), line.text()) > 2
                && (i + 1 == lines.size() || layout.gap(lines.get(i + 1)) > 0)));
  }

  private boolean isSubtitle(int i) {
    PageLine line = lines.get(i);
    String text = line.text();
    boolean dashed =
        text.length() > 3
            && (text.startsWith("——")
                || text.startsWith("--")
                || text.startsWith("―")
                || text.startsWith("──"));
    if (!dashed
        || text.length() > LONGEST_SUBTITLE
        || (Punctuation.endsWithStop(text) && text.endsWith("。"))) {
      return false;
    }
    if (i == 0 || layout.gap(line) > 0) {
      return true;
    }
    PageLine before = lines.get(i - 1);
    boolean midSentence = layout.isFull(before) && !Punctuation.endsWithStop(before.text());
    return !midSentence || (!layout.isFull(line) && !continuesBelow(i));
  }

  private boolean continuesBelow(int i) {
    return i + 1 < lines.size()
        && layout.gap(lines.get(i + 1)) == 0
        && layout.isFull(lines.get(i + 1));
  }

  /// A note in brackets may run over a few lines; one without stands on its own line.
  private @Nullable Unit note(int i) {
    PageLine line = lines.get(i);
    if (SourceNote.mayOpen(line.text())) {
      StringBuilder text = new StringBuilder();
      List<PageLine> taken = new ArrayList<>();
      for (int j = i; j < lines.size() && j < i + NOTE_LINES; j++) {
        if (j > i && layout.gap(lines.get(j)) > 0) {
          break;
        }
        text.append(lines.get(j).text());
        taken.add(lines.get(j));
        boolean closed = SourceNote.isClose(text.charAt(text.length() - 1));
        boolean bracketed = SourceNote.isOpen(text.charAt(0));
        if (closed || !bracketed) {
          return SourceNote.read(text.toString()) == null
              ? null
              : new Unit(UnitKind.NOTE, List.copyOf(taken), text.toString(), "出处、作者单位格式");
        }
      }
    }
    return null;
  }

  /// A caption that begins at this line and ends, a few lines on, with its credit.
  private @Nullable Unit caption(int i) {
    PageLine first = lines.get(i);
    if (!creditFollows(i) || !furniture(i).isEmpty()) {
      return null;
    }
    boolean labelled = Captions.opens(first.text());
    boolean freshStart = i == 0 || layout.gap(first) > 0 || labelled || endedBefore(i);
    if (!freshStart) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    List<PageLine> taken = new ArrayList<>();
    for (int j = i; j < lines.size() && j < i + CAPTION_LINES; j++) {
      PageLine line = lines.get(j);
      if (j > i && (layout.gap(line) > 0 || (!layout.wrapped() && !mayCloseCaption(line)))) {
        break;
      }
      if (j > i && beginsAnew(j)) {
        return null;
      }
      text.append(j > i && endsAfterSpace(lines.get(j - 1)) ? " " : "").append(line.text());
      taken.add(line);
      if (Captions.ends(text.toString())) {
        return new Unit(UnitKind.CAPTION, List.copyOf(taken), text.toString(), "末尾有摄影署名");
      }
      if (text.length() > 300
          || (layout.wrapped() && j > i + 1 && !layout.isFull(line) && !layout.isWide(line))) {
        break;
      }
    }
    return null;
  }

  private boolean creditFollows(int i) {
    for (int j = i; j < lines.size() && j < i + CAPTION_LINES; j++) {
      if (mayEndCaption[j]) {
        return true;
      }
    }
    return false;
  }

  /// A caption does not run across a byline, furniture or the beginning of another caption.
  private boolean beginsAnew(int j) {
    String text = lines.get(j).text();
    return DATED.matcher(text).lookingAt()
        || Captions.opens(text)
        || !furniture(j).isEmpty()
        || Names.parseAll(text).size() > 1;
  }

  private static boolean mayCloseCaption(PageLine line) {
    return line.text().length() <= 20;
  }

  private static boolean endsAfterSpace(PageLine line) {
    return !line.raw().isEmpty() && Spacing.isSpace(line.raw().charAt(line.raw().length() - 1));
  }

  private boolean endedBefore(int i) {
    if (!units.isEmpty() && units.getLast().kind() != UnitKind.TEXT) {
      return true;
    }
    PageLine before = lines.get(i - 1);
    return (Punctuation.endsWithStop(before.text()) && !layout.isFull(before))
        || layout.isWide(lines.get(i));
  }
}
