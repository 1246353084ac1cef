package io.wenliu.nlp.topics;

import io.wenliu.text.TextNormalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The topics with their Chinese labels and the words that tell of them. Immutable.
final class TopicTable {

  private static final String TABLE = "topics.tsv";

  private final List<Entry> entries;
  private final List<Entry> topLevel = new ArrayList<>();
  private final Map<Integer, List<Entry>> below = new HashMap<>();
  private final Map<String, List<Entry>> toldBy = new HashMap<>();

  private TopicTable(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    for (Entry entry : entries) {
      if (entry.top() == entry.number()) {
        topLevel.add(entry);
      } else {
        below.computeIfAbsent(entry.top(), _ -> new ArrayList<>()).add(entry);
      }
      for (String word : entry.words()) {
        toldBy.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry);
      }
    }
  }

  static TopicTable shipped() {
    try (InputStream in = TopicTable.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("the table of topics is not on the class path");
      }
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Entry> entries = new ArrayList<>();
      int top = 0;
      for (String line : table.lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] columns = line.split("\t", 3);
          top = isTop(columns[0]) ? entries.size() : top;
          entries.add(entry(columns, entries.size(), top));
        }
      }
      return new TopicTable(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String[] columns, int number, int top) {
    List<String> words = List.of(TextNormalizer.fold(columns[2]).strip().split(" +"));
    return new Entry(number, top, columns[0], columns[1], words);
  }

  /// Whether a code, with or without its scheme, is of the top level.
  static boolean isTop(String code) {
    return code.endsWith("000000");
  }

  List<Entry> entries() {
    return entries;
  }

  List<Entry> topLevel() {
    return topLevel;
  }

  List<Entry> below(Entry entry) {
    return below.getOrDefault(entry.number(), List.of());
  }

  List<Entry> toldBy(String form) {
    return toldBy.getOrDefault(form, List.of());
  }

  /// One topic.
  ///
  /// @param number of its place in the table, from 0
  /// @param top number of the topic of the top level above it; its own for such a topic
  /// @param code eight digits
  /// @param label in Chinese
  /// @param words folded, as the segmenter gives them
  record Entry(int number, int top, String code, String label, List<String> words) {}
}
