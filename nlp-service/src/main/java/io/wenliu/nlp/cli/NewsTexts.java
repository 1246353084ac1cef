package io.wenliu.nlp.cli;

import io.wenliu.contract.Article;
import io.wenliu.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads news to learn from or to measure on: a file of JSON lines `{id, date?, title?,
/// paragraphs}` or `{id, text}`, or a folder of text files.
public final class NewsTexts {

  private NewsTexts() {}

  /// Hands out the articles one after another, with their ids.
  ///
  /// @param corpus a `.jsonl` file, or a folder whose `.txt` files are an article each
  /// @throws IOException if a file cannot be read
  public static void read(Path corpus, BiConsumer<String, Article> consumer) throws IOException {
    if (Files.isDirectory(corpus)) {
      try (Stream<Path> files = Files.walk(corpus)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
          List<String> lines = Files.readString(file).lines().filter(l -> !l.isBlank()).toList();
          if (!lines.isEmpty()) {
            String id = corpus.relativize(file).toString();
            consumer.accept(id, article(lines.getFirst(), lines.subList(1, lines.size())));
          }
        }
      }
      return;
    }
    try (Stream<String> lines = Files.lines(corpus)) {
      lines.filter(line -> !line.isBlank()).forEach(line -> accept(line, consumer));
    }
  }

  private static void accept(String line, BiConsumer<String, Article> consumer) {
    JsonNode node = ContractJson.mapper().readTree(line);
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode paragraph : node.path("paragraphs")) {
      paragraphs.add(paragraph.asString());
    }
    if (node.has("text")) {
      paragraphs.addAll(node.path("text").asString().lines().toList());
    }
    consumer.accept(
        node.path("id").asString(""), article(node.path("title").asString(""), paragraphs));
  }

  /// An article that is known by its headline and its paragraphs only.
  public static Article article(String headline, List<String> paragraphs) {
    @Nullable String none = null;
    return new Article(
        headline,
        none,
        none,
        List.of(),
        none,
        List.of(),
        none,
        none,
        none,
        none,
        null,
        false,
        null,
        List.of(),
        paragraphs,
        List.of());
  }
}
