package io.wenliu.ingest.page;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Counts characters in a folder of news text for [CharacterModel].
///
/// Run as `java … CharacterModelTrainer FOLDER OUT [MIN_PAIR MIN_TRIPLE]`. Every `.txt` file is
/// UTF-8, one paragraph a line; a line that ends without a full stop is a headline or a heading.
/// The same folder always gives the same file. Single occurrences are dropped, so the file holds no
/// text.
public final class CharacterModelTrainer {
  private static final String SENTENCE_ENDS = "。！？；";

  private final Map<Long, int[]> pairs = new HashMap<>();
  private final Map<Long, int[]> triples = new HashMap<>();

  private CharacterModelTrainer() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "usage: CharacterModelTrainer FOLDER OUT [MIN_PAIR MIN_TRIPLE]");
    }
    CharacterModelTrainer trainer = new CharacterModelTrainer();
    try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        lines.forEach(trainer::count);
      }
    }
    int minPair = args.length > 2 ? Integer.parseInt(args[2]) : 2;
    int minTriple = args.length > 3 ? Integer.parseInt(args[3]) : 4;
    trainer.write(Path.of(args[1]), minPair, minTriple, System.err);
  }

  private void count(String line) {
    String text = line.replaceAll("\\s+", "");
    if (text.length() < 2) {
      return;
    }
    boolean paragraph =
        text.length() > 60 || SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    char[] chars = new char[text.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = CharacterModel.fold(text.charAt(i));
    }
    add(CharacterModel.START, chars, 0);
    if (paragraph) {
      add(CharacterModel.PARAGRAPH, chars, 0);
    }
    for (int i = 0; i < chars.length; i++) {
      char next = i + 1 < chars.length ? chars[i + 1] : paragraph ? 0 : CharacterModel.END;
      if (next != 0) {
        increase(pairs, CountTable.key(chars[i], next));
        if (i > 0) {
          increase(triples, CountTable.key(chars[i - 1], chars[i], next));
        }
      }
      if (SENTENCE_ENDS.indexOf(chars[i]) >= 0 && i + 2 < chars.length) {
        add(CharacterModel.SENTENCE, chars, i + 1);
      }
    }
  }

  private void add(char mark, char[] chars, int from) {
    increase(pairs, CountTable.key(mark, chars[from]));
    increase(triples, CountTable.key(mark, chars[from], chars[from + 1]));
  }

  private static void increase(Map<Long, int[]> counts, long key) {
    counts.computeIfAbsent(key, k -> new int[1])[0]++;
  }

  private void write(Path out, int minPair, int minTriple, PrintStream log) throws IOException {
    try (DataOutputStream data =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(out))))) {
      write(data, pairs, minPair);
      write(data, triples, minTriple);
    }
    log.printf("%,d bytes%n", Files.size(out));
  }

  private static void write(DataOutputStream out, Map<Long, int[]> counts, int min)
      throws IOException {
    long[] keys =
        counts.entrySet().stream()
            .filter(e -> e.getValue()[0] >= min)
            .mapToLong(Map.Entry::getKey)
            .sorted()
            .toArray();
    int[] values = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int[] count = counts.get(keys[i]);
      values[i] = count == null ? 0 : count[0];
    }
    CountTable.write(out, keys, values);
  }
}
