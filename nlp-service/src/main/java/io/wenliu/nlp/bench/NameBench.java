package io.wenliu.nlp.bench;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.nlp.names.NameRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Persons, places and organisations, strict spans, against JSON lines
/// `{"text","entities":[{"start", "end","type"}]}` or against lines of a character and its BIO tag.
final class NameBench {

  private static final Set<String> TYPES = Set.of("PER", "LOC", "ORG");

  private NameBench() {}

  static Score run(Path file, NameRecognizer recognizer) throws IOException {
    Score score = new Score();
    if (file.toString().endsWith(".jsonl")) {
      for (String line : Files.readAllLines(file)) {
        JsonNode node = ContractJson.mapper().readTree(line);
        Set<Name> wanted = new HashSet<>();
        for (JsonNode entity : node.path("entities")) {
          String type = entity.path("type").asString();
          if (TYPES.contains(type)) {
            wanted.add(new Name(entity.path("start").asInt(), entity.path("end").asInt(), type));
          }
        }
        score.add(wanted, found(recognizer, node.path("text").asString()));
      }
      return score;
    }
    StringBuilder text = new StringBuilder();
    List<String> tags = new ArrayList<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add("");
    for (String line : lines) {
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length == 2) {
        text.append(columns[0]);
        tags.add(columns[1]);
      } else if (!tags.isEmpty()) {
        score.add(names(tags), found(recognizer, text.toString()));
        text.setLength(0);
        tags.clear();
      }
    }
    return score;
  }

  private static Set<Name> found(NameRecognizer recognizer, String text) {
    Set<Name> names = new HashSet<>();
    for (Entity entity : recognizer.recognize(text)) {
      if (TYPES.contains(entity.type().name())) {
        names.add(new Name(entity.start(), entity.end(), entity.type().name()));
      }
    }
    return names;
  }

  private static Set<Name> names(List<String> tags) {
    Set<Name> names = new HashSet<>();
    int i = 0;
    while (i < tags.size()) {
      int start = i;
      String tag = tags.get(i);
      i++;
      if (tag.startsWith("B-")) {
        while (i < tags.size() && tags.get(i).startsWith("I-")) {
          i++;
        }
        names.add(new Name(start, i, tag.substring(2)));
      }
    }
    return names;
  }

  private record Name(int start, int end, String type) {}
}
