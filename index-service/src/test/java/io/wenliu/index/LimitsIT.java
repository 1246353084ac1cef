package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.encoded;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What asks for too much is answered by a sentence about the limit, never by Elasticsearch's
/// trouble with it.
@WithServers
class LimitsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LONGEST_QUERY = 256;
  private static final int MOST_CLAUSES = 32;

  @Autowired private Newsroom newsroom;

  static Stream<String> tooMuch() {
    String longest = encoded("限".repeat(LONGEST_QUERY + 1));
    String clauses =
        encoded(
            IntStream.rangeClosed(0, MOST_CLAUSES)
                .mapToObj(i -> "“词" + i + "”")
                .collect(Collectors.joining(" ")));
    String filters =
        IntStream.rangeClosed(0, MOST_CLAUSES)
            .mapToObj(i -> "person=p" + i)
            .collect(Collectors.joining("&"));
    return Stream.of(
        "/articles?q=" + longest,
        "/articles?q=" + clauses,
        "/articles?" + filters,
        "/articles?person=" + longest,
        "/articles?size=101",
        "/articles?size=0",
        "/articles?size=-1",
        "/articles?size=99999999999",
        "/articles?q=" + encoded("日期:" + "9".repeat(40)),
        "/articles?from=" + "9".repeat(12),
        "/export?q=" + longest,
        "/export?" + filters,
        "/feed.atom?size=101",
        "/feed.atom?q=" + clauses,
        "/suggest?q=" + longest,
        "/quotes?q=" + longest,
        "/quotes?speaker=" + longest,
        "/quotes?size=101",
        "/entities?q=" + longest,
        "/entities?size=101",
        "/trends?size=101",
        "/articles/x/similar?size=101",
        "/dead-letters?size=101");
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void whatAsksForTooMuchIsRefusedWithTheLimit(String target) {
    // When
    var answer = newsroom.get("/api/v1" + target);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("type").asString()).startsWith("urn:wenliu:problem:");
    assertThat(answer.body().path("detail").asString()).isNotBlank();
  }

  static Stream<String> asMuchAsMayBe() {
    String clauses =
        encoded(
            IntStream.range(0, MOST_CLAUSES)
                .mapToObj(i -> "“词" + i + "”")
                .collect(Collectors.joining(" ")));
    return Stream.of(
        "/articles?size=100&q=" + clauses,
        "/articles?size=100&q=" + encoded("-" + "限".repeat(LONGEST_QUERY - 1)),
        "/articles?size=100&q=" + encoded("*?~^\\/[](){}!&|<>=:+.#@".repeat(10)),
        "/articles?size=100&q=" + encoded("限".repeat(40) + "*".repeat(200)),
        "/articles?from=0001-01-01&to=9999-12-31",
        "/quotes?size=100&q=" + clauses,
        "/trends?from=0001-01-01&to=9999-12-31&interval=day&size=100",
        "/suggest?q=" + encoded("限".repeat(LONGEST_QUERY)),
        "/suggest?q=" + encoded(".*(a+)+[^]{1,9}~@&<1-9>\"\\"),
        "/entities?size=100&q=" + encoded(".*(a|b)~"));
  }

  @ParameterizedTest
  @MethodSource("asMuchAsMayBe")
  void whatJustKeepsTheLimitsIsAnswered(String target) {
    assertThat(newsroom.get("/api/v1" + target).status()).isEqualTo(200);
  }

  @Test
  void cursorThatSomebodyChangedDoesNoHarm() {
    // Given
    for (int i = 0; i < 3; i++) {
      DocumentId document = newDocument();
      newsroom.publishPage(document, version(1), article("限量检索第" + i + "篇", "正文" + i + "。"));
      await().atMost(PATIENCE).until(() -> newsroom.stateOf(document).equals("searchable"));
    }

    // When, Then
    for (String sort : new String[] {"relevance", "newest"}) {
      String page = "/api/v1/articles?size=1&q=" + encoded("限量检索") + "&sort=" + sort;
      String cursor = newsroom.get(page).body().path("cursor").asString();
      assertThat(newsroom.get(page + "&cursor=" + cursor).status()).as(sort).isEqualTo(200);
      for (var change :
          Map.of(
                  "offset", ContractJson.mapper().readTree("2147483647"),
                  "after", ContractJson.mapper().readTree("[\"{}\",\"[\",\"\\\"\"]"))
              .entrySet()) {
        String changed = changed(cursor, change.getKey(), change.getValue());
        assertThat(newsroom.get(page + "&cursor=" + changed).status())
            .as(sort + " " + change)
            .isIn(200, 400);
      }
    }
  }

  private static String changed(String cursor, String field, JsonNode value) {
    var json = (ObjectNode) ContractJson.mapper().readTree(Base64.getUrlDecoder().decode(cursor));
    json.set(field, value);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
