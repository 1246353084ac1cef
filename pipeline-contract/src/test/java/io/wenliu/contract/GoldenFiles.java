package io.wenliu.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Messages as they were once put on a topic: `golden/TYPE/CASE.json`.
final class GoldenFiles {

  static final Path FOLDER = Path.of("src/test/resources/golden");

  private GoldenFiles() {}

  static List<Path> of(MessageType type) {
    return list(FOLDER.resolve(type.id())).stream()
        .filter(file -> file.toString().endsWith(".json"))
        .toList();
  }

  static List<Path> all() {
    return Stream.of(MessageType.values()).flatMap(type -> of(type).stream()).toList();
  }

  static MessageType type(Path file) {
    return MessageType.ofId(FOLDER.relativize(file).getName(0).toString()).orElseThrow();
  }

  static JsonNode read(Path file) {
    return ContractJson.mapper().readTree(bytes(file));
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The paths of all fields in a message, in the manner of [RecordShape], without types.
  static SortedSet<String> paths(JsonNode message) {
    SortedSet<String> paths = new TreeSet<>();
    collect("", message, paths);
    return paths;
  }

  private static void collect(String path, JsonNode node, SortedSet<String> paths) {
    if (node.isArray()) {
      node.forEach(element -> collect(path + "/*", element, paths));
      return;
    }
    String kind = node.has("kind") && path.equals("/content") ? node.get("kind").asString() : "";
    String here = kind.isEmpty() ? path : path + "<" + kind + ">";
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (kind.isEmpty() || !field.getKey().equals("kind")) {
        paths.add(here + "/" + field.getKey());
        collect(here + "/" + field.getKey(), field.getValue(), paths);
      }
    }
  }
}
