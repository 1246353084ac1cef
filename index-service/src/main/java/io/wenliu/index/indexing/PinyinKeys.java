package io.wenliu.index.indexing;

import io.wenliu.text.Pinyin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// How an article's names and keyphrases are typed: `rgzn 人工智能` and `rengongzhineng 人工智能`, so that
/// a prefix of the letters leads to the word. Thread-safe.
final class PinyinKeys {

  private static final int MOST_TERMS = 24;
  private static final int LONGEST_TERM = 12;
  private static final int REMEMBERED = 20_000;

  /// The news name the same names all day.
  private static final ConcurrentMap<String, List<String>> KNOWN = new ConcurrentHashMap<>();

  private PinyinKeys() {}

  @SafeVarargs
  static List<String> of(List<String>... terms) {
    Set<String> distinct = new LinkedHashSet<>();
    for (List<String> group : terms) {
      distinct.addAll(group);
    }
    List<String> keys = new ArrayList<>();
    distinct.stream()
        .filter(term -> term.length() > 1 && term.length() <= LONGEST_TERM)
        .limit(MOST_TERMS)
        .forEach(term -> keys.addAll(keys(term)));
    return keys;
  }

  private static List<String> keys(String term) {
    if (KNOWN.size() > REMEMBERED) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(
        term,
        text ->
            text.codePoints().anyMatch(Character::isIdeographic)
                ? List.of(
                    Pinyin.initials(text) + " " + text,
                    Pinyin.of(text).replace(" ", "") + " " + text)
                : List.of());
  }
}
