package io.wenliu.systemtests.faults;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Topics;
import io.wenliu.systemtests.faults.Expectation.Sent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// How many document versions, and how many articles of them, are in each state.
///
/// @param documents state → number, every state there; `accepted` is all of them
/// @param articles likewise
record Ledger(Map<String, Long> documents, Map<String, Long> articles) {

  private static final List<String> LINE =
      List.of("accepted", "searchable", "superseded", "rejected", "withdrawn", "inFlight");

  Ledger {
    documents = complete(documents);
    articles = complete(articles);
  }

  /// As the pipeline answers.
  static Ledger of(JsonNode answer) {
    return new Ledger(line(answer.path("documents")), line(answer.path("articles")));
  }

  /// As it has to be after what was sent, where every version's articles are those that its
  /// manifest lists.
  static Ledger of(Expectation expectation, TopicWitness topics) {
    Map<String, Long> documents = new TreeMap<>();
    Map<String, Long> articles = new TreeMap<>();
    for (Map.Entry<DocumentId, Sent> entry : expectation.documents().entrySet()) {
      for (long version : entry.getValue().versions()) {
        long listed = topics.contents(Topics.ARTICLES).listed(entry.getKey(), version).size();
        String state = entry.getValue().stateOf(version);
        for (String column : List.of("accepted", state)) {
          documents.merge(column, 1L, Long::sum);
          articles.merge(column, listed, Long::sum);
        }
      }
    }
    return new Ledger(documents, articles);
  }

  /// What has come since.
  Ledger minus(Ledger before) {
    return new Ledger(minus(documents, before.documents), minus(articles, before.articles));
  }

  private static Map<String, Long> minus(Map<String, Long> line, Map<String, Long> before) {
    Map<String, Long> difference = new TreeMap<>(line);
    before.forEach((column, number) -> difference.merge(column, -number, Long::sum));
    return difference;
  }

  private static Map<String, Long> line(JsonNode answer) {
    Map<String, Long> line = new TreeMap<>();
    answer.properties().forEach(column -> line.put(column.getKey(), column.getValue().asLong()));
    return line;
  }

  private static Map<String, Long> complete(Map<String, Long> line) {
    Map<String, Long> complete = new TreeMap<>(line);
    LINE.forEach(column -> complete.putIfAbsent(column, 0L));
    return complete;
  }
}
