package io.wenliu.nlp.bench;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
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
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Persons, places and organisations, strict spans, and HanLP's beside them, against JSON lines
/// `{"text","entities":[{"start", "end","type"}]}` or against lines of a character and its BIO tag.
final class NameBench {

  private static final Set<String> TYPES = Set.of("PER", "LOC", "ORG");

  private NameBench() {}

  /// Names as this project finds them.
  static Score run(Path file, NameRecognizer recognizer) throws IOException {
    return run(file, text -> found(recognizer, text));
  }

  /// Names as this project finds them, written in the older sets' convention.
  static Score runMapped(Path file, NameRecognizer recognizer) throws IOException {
    return run(file, text -> OlderConvention.of(text, found(recognizer, text)));
  }

  /// Names as HanLP's own recognisers of persons, places and organisations find them.
  static Score runHanLp(Path file) throws IOException {
    Segment segment = hanLp();
    return run(file, text -> found(segment, text));
  }

  /// HanLP's names with the same rules applied to them as to this project's.
  static Score runHanLpMapped(Path file) throws IOException {
    Segment segment = hanLp();
    return run(file, text -> OlderConvention.of(text, found(segment, text)));
  }

  private static Segment hanLp() {
    Segment segment = new ViterbiSegment().enableAllNamedEntityRecognize(true).enableOffset(true);
    return segment.enableCustomDictionary(false);
  }

  private static Score run(Path file, Function<String, Set<Name>> finder) throws IOException {
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
        score.add(wanted, finder.apply(node.path("text").asString()));
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
        score.add(names(tags), finder.apply(text.toString()));
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

  private static Set<Name> found(Segment segment, String text) {
    Set<Name> names = new HashSet<>();
    for (Term term : segment.seg(text)) {
      String tag = term.nature.toString();
      String type =
          tag.startsWith("nr")
              ? "PER"
              : tag.startsWith("ns") ? "LOC" : tag.startsWith("nt") ? "ORG" : "";
      if (!type.isEmpty()) {
        int start = text.codePointCount(0, term.offset);
        int end = start + term.word.codePointCount(0, term.word.length());
        names.add(new Name(start, end, type));
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

  /// In code points.
  record Name(int start, int end, String type) {}
}
