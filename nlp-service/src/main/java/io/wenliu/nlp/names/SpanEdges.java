package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Mends where one of the tagger's spans begins and ends, and what it is, by what a name cannot be.
final class SpanEdges {
  private static final String NEVER_EDGE = " ，。、；：！？《》\n·-—/";
  private static final String OPENING = "（(“‘「[";
  private static final String CLOSING = "）)”’」]";

  /// Ordinary words behind a person's name that are hardly ever its last character.
  private static final String BEHIND_PERSON = "说也都曾将更还却的";

  /// Titles that persons alone have, not places: not 市长 or 书记.
  private static final Set<String> OF_PERSONS =
      Set.of(
          "总统", "总理", "首相", "议长", "院士", "女士", "先生", "小姐", "教授", "博士", "夫人", "国王", "王子", "公主", "将军",
          "外长", "国务卿", "主席", "大使");

  private static final Set<String> BEFORE_KINDS =
      Set.of("一个", "一些", "一家", "这个", "这家", "这些", "有的", "许多", "其他", "各", "的", "去", "把", "被", "在");

  private final WordTrie gazetteer;

  SpanEdges(WordTrie gazetteer) {
    this.gazetteer = gazetteer;
  }

  /// What is left of a span: nothing, the span itself, a part of it, or two names that a slash or a
  /// comma parts.
  List<Span> mended(String text, Span span) {
    List<Span> parts = new ArrayList<>();
    int start = span.start();
    for (int i = span.start(); i <= span.end(); i++) {
      boolean parted =
          i == span.end() || (span.type() == EntityType.PER && "/、".indexOf(text.charAt(i)) >= 0);
      if (parted) {
        Span part = edged(text, start, i, span.type());
        if (part != null && !isBareKind(text, part)) {
          parts.add(typed(text, part));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private @Nullable Span edged(String text, int from, int to, EntityType type) {
    int start = from;
    int end = to;
    while (start < end && isNeverFirst(text, start, end)) {
      start++;
    }
    while (end > start && isNeverLast(text, start, end)) {
      end--;
    }
    boolean chinese =
        type == EntityType.PER
            && end - start >= 3
            && end - start <= 4
            && (gazetteer.categories(text, start, start + 1) & Gazetteer.SURNAME) != 0
            && gazetteer.categories(text, start, end) == 0;
    if (chinese && BEHIND_PERSON.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return start == end ? null : new Span(start, end, type);
  }

  /// Marks, and a bracket or quotation mark that is not closed, or opened, inside.
  private static boolean isNeverFirst(String text, int start, int end) {
    char c = text.charAt(start);
    int pair = OPENING.indexOf(c);
    return NEVER_EDGE.indexOf(c) >= 0
        || CLOSING.indexOf(c) >= 0
        || (pair >= 0 && text.substring(start, end).indexOf(CLOSING.charAt(pair)) < 0);
  }

  private static boolean isNeverLast(String text, int start, int end) {
    char c = text.charAt(end - 1);
    int pair = CLOSING.indexOf(c);
    return NEVER_EDGE.indexOf(c) >= 0
        || OPENING.indexOf(c) >= 0
        || (pair >= 0 && text.substring(start, end).indexOf(OPENING.charAt(pair)) < 0);
  }

  /// 一个出版社, 的保险公司: a kind of organisation, not one.
  private boolean isBareKind(String text, Span span) {
    if (span.type() != EntityType.ORG) {
      return false;
    }
    for (String word : BEFORE_KINDS) {
      int kind = span.start() + word.length();
      if (kind < span.end()
          && text.startsWith(word, span.start())
          && (gazetteer.categories(text, kind, span.end()) & Gazetteer.ORG_TAIL) != 0) {
        return true;
      }
    }
    return false;
  }

  /// A place that no list knows, with a title that only persons have behind it, is a person.
  private Span typed(String text, Span span) {
    if (span.type() != EntityType.LOC || isPlace(text, span)) {
      return span;
    }
    for (int length = 2; length <= 3; length++) {
      int end = Math.min(text.length(), span.end() + length);
      if (OF_PERSONS.contains(text.substring(span.end(), end))) {
        return new Span(span.start(), span.end(), EntityType.PER);
      }
    }
    return span;
  }

  private boolean isPlace(String text, Span span) {
    int places = Gazetteer.LOC | Gazetteer.COUNTRY | Gazetteer.TOWN;
    boolean listed = (gazetteer.categories(text, span.start(), span.end()) & places) != 0;
    for (int tail = span.start() + 1; tail < span.end() && !listed; tail++) {
      listed = (gazetteer.categories(text, tail, span.end()) & Gazetteer.LOC_TAIL) != 0;
    }
    return listed;
  }
}
