package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Submission;
import io.wenliu.contract.SubmittedContent;
import io.wenliu.systemtests.RelevanceTable.GradedQuery;
import io.wenliu.testkit.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// How good the ranking is, over articles that came through the whole pipeline: cut by the real
/// segmenter, embedded by the real model, in the real Elasticsearch.
@Tag("faults") // takes minutes, and leaves hundreds of articles behind
class RelevanceIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int DEPTH = 10;
  private static final double GOOD_ENOUGH = 0.85;

  /// Other tests' articles are in the same index and do not count.
  private static final int DEEP_ENOUGH = 60;

  private static final List<String> PARTS = List.of("words", "characters", "meaning");

  private static final RelevanceTable TABLE = RelevanceTable.read();
  private static final Map<String, String> NAMES = new HashMap<>();
  private static Api api;

  @BeforeAll
  static void indexTheArticles() {
    api = Api.ofSharedPipeline();
    String source = Names.unique("relevance");
    try (Newsroom newsroom = Newsroom.ofSharedPipeline(source)) {
      TABLE
          .articles()
          .forEach((name, article) -> {
            DocumentId document = newsroom.document(name);
            NAMES.put(document.value(), name);
            newsroom.push(
                document,
                new Submission(source, name, 1L, null, new SubmittedContent.ReadyArticle(article)));
          });
      newsroom.flush();
    }
    IndexContents index = IndexContents.ofSharedPipeline();
    await().atMost(PATIENCE).until(() -> index.vectors(source) == TABLE.articles().size());
    assertThat(index.alive(source)).hasSameSizeAs(TABLE.articles().keySet());
  }

  @Test
  void theHybridRankingIsGoodAndBeatsEachOfItsParts() {
    // When
    Map<String, List<Double>> scores = new LinkedHashMap<>();
    PARTS.forEach(part -> scores.put(part, scores(part)));
    List<Double> hybrid = scores("");
    scores.put("hybrid", hybrid);
    print(scores);

    // Then
    assertThat(mean(hybrid)).isGreaterThanOrEqualTo(GOOD_ENOUGH);
    assertThat(mean(everyOther(hybrid, 1))).isGreaterThanOrEqualTo(GOOD_ENOUGH);
    PARTS.forEach(part ->
        assertThat(mean(hybrid))
            .as(part)
            .isGreaterThan(mean(scores.getOrDefault(part, List.of()))));
  }

  private static List<Double> scores(String evidence) {
    return TABLE.queries().stream()
        .map(query -> query.ndcg(found(query, evidence), DEPTH))
        .toList();
  }

  /// A query whose vector was not there in time is asked again.
  private static List<String> found(GradedQuery query, String evidence) {
    boolean byMeaning = evidence.isEmpty() || evidence.equals("meaning");
    Map<String, String> parameters =
        Map.of(
            "q", query.text(), "evidence", evidence, "facets", "false", "size", "" + DEEP_ENOUGH);
    JsonNode answer =
        await()
            .atMost(PATIENCE)
            .until(
                () -> api.search(parameters).body(),
                body -> body.has("hits") && !(byMeaning && missedItsVector(body)));
    List<String> names = new ArrayList<>();
    for (JsonNode hit : answer.path("hits")) {
      String name = NAMES.get(hit.path("documentId").asString());
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean missedItsVector(JsonNode body) {
    return body.path("mode").asString().equals("words")
        && body.path("notice").asString("").contains("按字词");
  }

  private static void print(Map<String, List<Double>> scores) {
    System.out.printf(
        Locale.ROOT,
        "nDCG@%d over %d articles and %d queries%n%-12s %6s %6s %6s%n",
        DEPTH,
        TABLE.articles().size(),
        TABLE.queries().size(),
        "",
        "all",
        "tuned",
        "other");
    scores.forEach((name, values) ->
        System.out.printf(
            Locale.ROOT,
            "%-12s %.4f %.4f %.4f%n",
            name,
            mean(values),
            mean(everyOther(values, 0)),
            mean(everyOther(values, 1))));
    List<Double> hybrid = scores.getOrDefault("hybrid", List.of());
    Map<String, List<Double>> kinds = new TreeMap<>();
    for (int i = 0; i < hybrid.size(); i++) {
      kinds
          .computeIfAbsent(TABLE.queries().get(i).kind(), kind -> new ArrayList<>())
          .add(hybrid.get(i));
    }
    kinds.forEach((kind, values) ->
        System.out.printf(Locale.ROOT, "  %-24s %3d %.3f%n", kind, values.size(), mean(values)));
    for (int i = 0; i < hybrid.size(); i++) {
      if (hybrid.get(i) < 0.7) {
        System.out.printf(Locale.ROOT, "  %.2f %s%n", hybrid.get(i), TABLE.queries().get(i).text());
      }
    }
  }

  private static List<Double> everyOther(List<Double> values, int first) {
    return IntStream.range(0, values.size())
        .filter(i -> i % 2 == first)
        .mapToObj(values::get)
        .toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
