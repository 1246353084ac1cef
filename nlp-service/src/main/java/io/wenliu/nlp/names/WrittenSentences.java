package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences written for training, with their names in brackets: `[name|P]`, `L`, `O` for person,
/// place, organisation; one a line, `#` starting a comment line.
final class WrittenSentences {
  /// A sentence without its brackets, and its names in UTF-16 offsets.
  record Sentence(String text, List<Span> spans) {}

  private static final Pattern NAME = Pattern.compile("\\[([^\\]|]+)\\|([PLO])\\]");
  private static final Map<String, EntityType> TYPES =
      Map.of("P", EntityType.PER, "L", EntityType.LOC, "O", EntityType.ORG);

  private WrittenSentences() {}

  static List<Sentence> read(Path file) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        sentences.add(parsed(line));
      }
    }
    return sentences;
  }

  private static Sentence parsed(String line) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    Matcher name = NAME.matcher(line);
    int last = 0;
    while (name.find()) {
      text.append(line, last, name.start());
      int start = text.length();
      text.append(name.group(1));
      EntityType type = TYPES.getOrDefault(name.group(2), EntityType.ORG);
      spans.add(new Span(start, text.length(), type));
      last = name.end();
    }
    text.append(line, last, line.length());
    return new Sentence(text.toString(), spans);
  }
}
