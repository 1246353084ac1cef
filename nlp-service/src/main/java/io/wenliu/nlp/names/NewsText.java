package io.wenliu.nlp.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Paragraphs of news text in files and folders: plain text, a paragraph a line, or JSON Lines with
/// `paragraphs` or `text`; either may be gzipped.
final class NewsText {
  private final JsonMapper json = new JsonMapper();

  /// The distinct paragraphs of all files, in the files' order.
  Set<String> paragraphs(List<Path> sources) throws IOException {
    Set<String> paragraphs = new LinkedHashSet<>();
    for (Path source : sources) {
      for (Path file : files(source)) {
        read(file, paragraphs);
      }
    }
    return paragraphs;
  }

  private static List<Path> files(Path source) throws IOException {
    if (Files.isRegularFile(source)) {
      return List.of(source);
    }
    try (Stream<Path> tree = Files.walk(source)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void read(Path file, Set<String> paragraphs) throws IOException {
    String name = file.getFileName().toString();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        for (String paragraph : name.contains(".json") ? ofJson(line) : List.of(line)) {
          String flat = paragraph.replaceAll("[\\t\\r\\n]", " ");
          if (!flat.isBlank()) {
            paragraphs.add(flat);
          }
        }
      }
    }
  }

  private List<String> ofJson(String line) {
    if (line.isBlank()) {
      return List.of();
    }
    JsonNode article = json.readTree(line);
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode paragraph : article.path("paragraphs")) {
      paragraphs.add(paragraph.asString());
    }
    if (paragraphs.isEmpty() && article.hasNonNull("text")) {
      paragraphs.addAll(List.of(article.get("text").asString().split("\n", -1)));
    }
    return paragraphs;
  }
}
