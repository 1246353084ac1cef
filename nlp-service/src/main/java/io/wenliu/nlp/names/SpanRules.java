package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Evens out the tagger's spans over a document: a name found in one place is found in the others.
final class SpanRules {
  private static final int SHORTEST_REPEATED = 2;
  private static final int MOST_REPEATED = 2000;

  private SpanRules() {}

  static List<Span> apply(String text, List<Span> tagged) {
    List<Span> spans = new ArrayList<>();
    for (Span span : tagged) {
      Span trimmed = trim(text, span);
      if (trimmed != null) {
        spans.add(trimmed);
      }
    }
    return repeat(text, spans);
  }

  /// Drops marks that can never begin or end a name.
  private static @org.jspecify.annotations.Nullable Span trim(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && " ，。、；：！？《》\n·-—/".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " ，。、；：！？《》\n·-—/".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return start == end ? null : new Span(start, end, span.type());
  }

  /// Marks further occurrences of persons' names of three characters and more, and of family names
  /// of foreigners whose whole name is given.
  private static List<Span> repeat(String text, List<Span> spans) {
    Map<String, EntityType> known = new HashMap<>();
    Set<String> clashing = new HashSet<>();
    for (Span span : spans) {
      String name = text.substring(span.start(), span.end());
      if (name.length() > SHORTEST_REPEATED && known.size() < MOST_REPEATED) {
        EntityType before = known.putIfAbsent(name, span.type());
        if (before != null && before != span.type()) {
          clashing.add(name);
        }
        int dot = name.lastIndexOf('·');
        if (span.type() == EntityType.PER && dot > 0 && name.length() - dot > 2) {
          known.putIfAbsent(name.substring(dot + 1), EntityType.PER);
        }
      }
    }
    known.keySet().removeAll(clashing);
    if (known.isEmpty()) {
      return spans;
    }
    WordTrie trie = new WordTrie();
    known.forEach((name, type) -> trie.add(name, Tag.of(type, Tag.SINGLE)));
    List<Span> all = new ArrayList<>();
    int next = 0;
    int i = 0;
    while (i < text.length()) {
      if (next < spans.size() && spans.get(next).start() <= i) {
        Span span = spans.get(next++);
        all.add(span);
        i = Math.max(i, span.end());
        continue;
      }
      int limit = next < spans.size() ? spans.get(next).start() : text.length();
      int end = 0;
      int type = 0;
      int node = WordTrie.ROOT;
      for (int j = i; j < limit && node != WordTrie.NONE; j++) {
        node = trie.step(node, text.charAt(j));
        if (node != WordTrie.NONE && trie.categories(node) != 0) {
          end = j + 1;
          type = trie.categories(node);
        }
      }
      if (end > 0) {
        all.add(new Span(i, end, Tag.type(type)));
        i = end;
      } else {
        i++;
      }
    }
    return all;
  }
}
