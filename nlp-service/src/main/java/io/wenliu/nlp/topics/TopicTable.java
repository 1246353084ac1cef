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
  private final Map<Entry, Entry> top = new HashMap<>();
  private final Map<Entry, List<Entry>> below = new HashMap<>();
  private final Map<String, List<Entry>> toldBy = new HashMap<>();

  private TopicTable(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    Entry over = entries.getFirst();
    for (Entry entry : entries) {
      if (isTop(entry.code())) {
        over = entry;
      } else {
        below.computeIfAbsent(over, _ -> new ArrayList<>()).add(entry);
      }
      top.put(entry, over);
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
      return new TopicTable(
          table
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(TopicTable::entry)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String line) {
    String[] columns = line.split("\t", 3);
    return new Entry(
        columns[0], columns[1], List.of(TextNormalizer.fold(columns[2]).strip().split(" +")));
  }

  /// Whether a code, with or without its scheme, is of the top level.
  static boolean isTop(String code) {
    return code.endsWith("000000");
  }

  List<Entry> entries() {
    return entries;
  }

  /// Itself for a topic of the top level.
  Entry top(Entry entry) {
    return top.getOrDefault(entry, entry);
  }

  List<Entry> below(Entry entry) {
    return below.getOrDefault(entry, List.of());
  }

  List<Entry> toldBy(String form) {
    return toldBy.getOrDefault(form, List.of());
  }

  /// One topic.
  ///
  /// @param code eight digits
  /// @param label in Chinese
  /// @param words folded, as the segmenter gives them
  record Entry(String code, String label, List<String> words) {}
}
