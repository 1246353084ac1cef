package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the role that stands right before or behind a personal name.
final class RoleReader {
  private static final int LONGEST_TITLE = 8;
  private static final int LONGEST_ROLE = 30;

  private final WordTrie gazetteer;

  RoleReader(WordTrie gazetteer) {
    this.gazetteer = gazetteer;
  }

  /// `工业和信息化部部长` for 工业和信息化部部长李乐成, `院士` for 潘建伟院士; null when none is stated.
  @Nullable String roleOf(String text, List<Span> spans, int index) {
    Span person = spans.get(index);
    int start = titleBefore(text, person.start());
    if (start < person.start()) {
      int from = start;
      for (int i = index - 1; i >= 0 && spans.get(i).end() >= start - 1; i--) {
        Span before = spans.get(i);
        boolean adjoins = before.end() == from;
        if (!adjoins
            || before.type() == EntityType.PER
            || person.start() - before.start() > LONGEST_ROLE) {
          break;
        }
        from = before.start();
      }
      return text.substring(from, person.start());
    }
    int end = titleBehind(text, person.end());
    return end > person.end() ? text.substring(person.end(), end) : null;
  }

  /// The start of the titles, one after another, that end at `end`.
  private int titleBefore(String text, int end) {
    int at = end;
    boolean found = true;
    while (found && end - at < LONGEST_ROLE) {
      found = false;
      for (int from = Math.max(0, at - LONGEST_TITLE); from < at - 1; from++) {
        if ((gazetteer.categories(text, from, at) & Gazetteer.TITLE) != 0) {
          at = from;
          found = true;
          break;
        }
      }
    }
    return at;
  }

  private int titleBehind(String text, int start) {
    for (int to = Math.min(text.length(), start + LONGEST_TITLE); to > start + 1; to--) {
      if ((gazetteer.categories(text, start, to) & Gazetteer.TITLE) != 0) {
        return to;
      }
    }
    return start;
  }
}
