package io.wenliu.benchmarks.pipeline;

import io.wenliu.contract.Article;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.PartialDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Real articles, read from a file of JSON lines `{"id","date","title","paragraphs"}`.
///
/// @param articles with the ids that the file gives them, in its order
public record Corpus(List<Entry> articles) {

  /// @param id unique in its file
  public record Entry(String id, Article article) {}

  /// @throws IllegalArgumentException if the file cannot be read or holds no article
  public static Corpus read(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      List<Entry> entries = lines.filter(line -> !line.isBlank()).map(Corpus::entry).toList();
      if (entries.isEmpty()) {
        throw new IllegalArgumentException(file + " 里没有文章（holds no article）");
      }
      return new Corpus(entries);
    } catch (IOException e) {
      throw new IllegalArgumentException("无法读取 " + file + "（cannot be read）: " + e.getMessage(), e);
    }
  }

  /// The first articles; where it has fewer, they come again under other ids: what comes out is not
  /// to be repeated once more.
  public Corpus first(int count) {
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Entry entry = articles.get(i % articles.size());
      int round = i / articles.size();
      entries.add(round == 0 ? entry : new Entry(entry.id() + "-" + round, entry.article()));
    }
    return new Corpus(entries);
  }

  public int size() {
    return articles.size();
  }

  /// UTF-16 units of all paragraphs.
  long characters() {
    return articles.stream().mapToLong(entry -> entry.article().text().length()).sum();
  }

  private static Entry entry(String line) {
    JsonNode json = ContractJson.mapper().readTree(line);
    List<String> paragraphs =
        json.path("paragraphs").valueStream().map(JsonNode::asString).toList();
    String date = json.path("date").asString("");
    Article article =
        new Article(
            json.path("title").asString(""),
            null,
            null,
            List.of(),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            date.isEmpty() ? null : new PartialDate(date),
            false,
            null,
            List.of(),
            paragraphs,
            List.of());
    return new Entry(json.path("id").asString(), article);
  }
}
