package io.wenliu.index.stories;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one printing has otherwise than another: paragraph by paragraph, and within a changed
/// paragraph character by character.
final class TextDifference {

  /// A changed paragraph longer than this is told as removed and added, not by characters.
  private static final int LONGEST_BY_CHARACTER = 4_000;

  private TextDifference() {}

  /// Kinds of pieces.
  enum Kind {
    SAME,
    REMOVED,
    ADDED,
    CHANGED;

    @JsonValue
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A piece of a paragraph.
  record Piece(Kind kind, String text) {}

  /// A paragraph of both texts side by side.
  ///
  /// @param pieces the paragraph; of a changed one, what both have and what each has alone
  record Paragraph(Kind kind, List<Piece> pieces) {}

  static List<Paragraph> between(List<String> original, List<String> revised) {
    Patch<String> patch = DiffUtils.diff(original, revised);
    List<Paragraph> paragraphs = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : patch.getDeltas()) {
      int position = delta.getSource().getPosition();
      original.subList(at, position).forEach(text -> paragraphs.add(whole(Kind.SAME, text)));
      paragraphs.addAll(changed(delta.getSource().getLines(), delta.getTarget().getLines()));
      at = position + delta.getSource().size();
    }
    original.subList(at, original.size()).forEach(text -> paragraphs.add(whole(Kind.SAME, text)));
    return paragraphs;
  }

  private static List<Paragraph> changed(List<String> removed, List<String> added) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int pairs = Math.min(removed.size(), added.size());
    for (int i = 0; i < pairs; i++) {
      paragraphs.addAll(changed(removed.get(i), added.get(i)));
    }
    removed.stream().skip(pairs).forEach(text -> paragraphs.add(whole(Kind.REMOVED, text)));
    added.stream().skip(pairs).forEach(text -> paragraphs.add(whole(Kind.ADDED, text)));
    return paragraphs;
  }

  private static List<Paragraph> changed(String before, String after) {
    if (before.length() > LONGEST_BY_CHARACTER || after.length() > LONGEST_BY_CHARACTER) {
      return List.of(whole(Kind.REMOVED, before), whole(Kind.ADDED, after));
    }
    List<String> from = characters(before);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    int same = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(from, characters(after)).getDeltas()) {
      int position = delta.getSource().getPosition();
      same += position - at;
      add(pieces, Kind.SAME, from.subList(at, position));
      add(pieces, Kind.REMOVED, delta.getSource().getLines());
      add(pieces, Kind.ADDED, delta.getTarget().getLines());
      at = position + delta.getSource().size();
    }
    same += from.size() - at;
    add(pieces, Kind.SAME, from.subList(at, from.size()));
    // Two paragraphs with less than a third in common are two paragraphs.
    return same * 3 < Math.max(from.size(), 1)
        ? List.of(whole(Kind.REMOVED, before), whole(Kind.ADDED, after))
        : List.of(new Paragraph(Kind.CHANGED, List.copyOf(pieces)));
  }

  private static void add(List<Piece> pieces, Kind kind, List<String> characters) {
    if (!characters.isEmpty()) {
      pieces.add(new Piece(kind, String.join("", characters)));
    }
  }

  private static Paragraph whole(Kind kind, String text) {
    return new Paragraph(kind, List.of(new Piece(kind, text)));
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }
}
