package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.encoded;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.index.alerts.elasticsearch.MatchIndex;
import io.wenliu.index.alerts.elasticsearch.MatchIndex.HeldBack;
import io.wenliu.index.elasticsearch.ElasticsearchSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@WithServers
class AlertIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SECRET = "a-secret-of-the-desk";

  @Autowired private Newsroom newsroom;
  @Autowired private MatchIndex matchIndex;
  @Autowired private Environment environment;
  @Autowired private ElasticsearchSettings elasticsearch;

  @Test
  void whatIsToldCanBeSearchedAndAReaderWhoComesBackMissesNothing() throws Exception {
    // Given
    String alert = create("紫云英", Map.of("q", "紫云英花田"), null);
    try (EventStream stream = stream("?alert=" + alert)) {
      await().atMost(PATIENCE).until(stream::isOpen);
      newsroom.publishPage(newDocument(), version(1), article("紫云英花田开了", "甲。"));
      newsroom.publishPage(newDocument(), version(1), article("别的花开了", "乙。"));
      await().atMost(PATIENCE).until(() -> stream.has("紫云英花田开了"));
      assertThat(newsroom.headlines("紫云英花田")).contains("紫云英花田开了");
      String last = stream.lastEventId();

      // When
      newsroom.publishPage(newDocument(), version(1), article("紫云英花田谢了", "丙。"));
      await().atMost(PATIENCE).until(() -> stream.has("紫云英花田谢了"));

      // Then
      try (EventStream resumed =
          new EventStream(newsroom.uri("/api/v1/alerts/stream?alert=" + alert), last)) {
        await().atMost(PATIENCE).until(() -> resumed.has("紫云英花田谢了"));
        assertThat(resumed.has("紫云英花田开了")).isFalse();
      }
      assertThat(stream.has("别的花")).isFalse();
    }
    await().atMost(PATIENCE).until(() -> matches(alert).size() == 2);
    assertThat(get("/alerts/" + alert).path("matches").asInt()).isEqualTo(2);
    assertThat(get("/alerts/" + alert).path("lastMatchAt").isNull()).isFalse();
  }

  @Test
  void aReaderWhoLeavesBeforeTheFirstMatchMissesNothing() throws Exception {
    // Given
    String alert = create("金樱子", Map.of("q", "金樱子坡"), null);
    String first;
    try (EventStream stream = stream("?alert=" + alert)) {
      first = await().atMost(PATIENCE).ignoreExceptions().until(stream::lastEventId, id -> true);
    }

    // When
    newsroom.publishPage(newDocument(), version(1), article("金樱子坡结果了", "甲。"));
    await().atMost(PATIENCE).until(() -> matches(alert).size() == 1);

    // Then
    try (EventStream resumed =
        new EventStream(newsroom.uri("/api/v1/alerts/stream?alert=" + alert), first)) {
      await().atMost(PATIENCE).until(() -> resumed.has("金樱子坡结果了"));
      assertThat(resumed.data()).hasSize(1);
    }
  }

  @Test
  void aRepetitionAndTheSameTextProcessedAnewAreNoNews() throws Exception {
    // Given
    String alert = create("苜蓿", Map.of("q", "苜蓿草场"), null);
    DocumentId page = newDocument();
    try (EventStream stream = stream("?alert=" + alert)) {
      await().atMost(PATIENCE).until(stream::isOpen);
      List<ArticleEnriched> first = newsroom.publishPage(page, version(1), article("苜蓿草场返青", "甲。"));
      await().atMost(PATIENCE).until(() -> stream.has("苜蓿草场返青"));

      // When
      first.forEach(newsroom::publish);
      newsroom.publishPage(page, version(1).withRevision(1), article("苜蓿草场返青", "甲。"));
      newsroom.publishPage(newDocument(), version(1), article("苜蓿草场收割", "乙。"));
      await().atMost(PATIENCE).until(() -> stream.has("苜蓿草场收割"));

      // Then
      assertThat(stream.data()).hasSize(2);
    }
  }

  @Test
  void whatIsToldAfterTheAlertWasMadeIsNewsThoughItWasPlannedBefore() throws Exception {
    // Given
    ArticleEnriched planned =
        newsroom.publishPage(newDocument(), version(1), article("凌霄花墙", "甲。")).getFirst();
    await().atMost(PATIENCE).until(() -> newsroom.headlines("凌霄花墙").size() == 1);
    String alert = create("凌霄", Map.of("q", "凌霄花墙"), null);

    // When
    newsroom.tellIndexed(planned);

    // Then
    await().atMost(PATIENCE).until(() -> matches(alert).size() == 1);
  }

  @Test
  void twoInstancesTellEachMatchOnce() throws Exception {
    // Given
    int articles = 60;
    try (WebhookReceiver receiver = new WebhookReceiver();
        ConfigurableApplicationContext second = secondInstance()) {
      String alert =
          create("蒲公英", Map.of("q", "蒲公英合作社"), Map.of("url", receiver.url(), "secret", SECRET));
      URI other =
          URI.create(
              "http://127.0.0.1:"
                  + second.getEnvironment().getRequiredProperty("local.server.port")
                  + "/api/v1/alerts/stream?alert="
                  + alert);
      try (EventStream here = stream("?alert=" + alert);
          EventStream there = new EventStream(other, null)) {
        await().atMost(PATIENCE).until(() -> here.isOpen() && there.isOpen());

        // When
        for (int i = 0; i < articles; i++) {
          newsroom.publishPage(
              newDocument(), version(1), article("蒲公英合作社第" + i + "号", "正文" + i + "。"));
        }
        await()
            .atMost(PATIENCE)
            .until(() ->
                ids(here.data()).size() == articles
                    && ids(there.data()).size() == articles
                    && receiver.ids().size() >= articles);

        // Then
        assertThat(here.data()).hasSize(articles);
        assertThat(there.data()).hasSize(articles);
        assertThat(ids(here.data())).isEqualTo(ids(there.data()));
        assertThat(receiver.ids()).hasSize(articles).doesNotHaveDuplicates();
        assertThat(receiver.isSignedWith(SECRET)).isTrue();
      }
      delete(alert);
    }
  }

  @Test
  void aWebhookThatFailsIsTriedAgain() throws Exception {
    // Given
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      receiver.refuse(2);
      String alert =
          create("车前草", Map.of("q", "车前草"), Map.of("url", receiver.url(), "secret", SECRET));

      // When
      newsroom.publishPage(newDocument(), version(1), article("车前草入药", "甲。"));

      // Then
      await().atMost(PATIENCE).until(() -> receiver.ids().size() == 1);
      assertThat(receiver.refused()).isEqualTo(2);
      delete(alert);
    }
  }

  @Test
  void aReceiverThatDoesNotAnswerKeepsNoOtherWaiting() throws Exception {
    // Given
    int posts = 32;
    try (SilentReceiver silent = new SilentReceiver();
        WebhookReceiver receiver = new WebhookReceiver()) {
      String unheard =
          create("沙棘", Map.of("q", "沙棘果"), Map.of("url", silent.url(), "secret", SECRET));
      String heard =
          create("枸杞", Map.of("q", "枸杞园"), Map.of("url", receiver.url(), "secret", SECRET));
      newsroom.publishPage(
          newDocument(),
          version(1),
          IntStream.rangeClosed(0, posts)
              .mapToObj(i -> article("沙棘果第" + i + "批", "正文" + i + "。"))
              .toArray(Article[]::new));
      await().atMost(PATIENCE).until(() -> silent.mostAtOnce() > 0);

      // When
      newsroom.publishPage(newDocument(), version(1), article("枸杞园采收", "甲。"));

      // Then
      await().atMost(PATIENCE).until(() -> receiver.ids().size() == 1);
      assertThat(silent.mostAtOnce()).isLessThanOrEqualTo(posts / 4);
      Instant later = Instant.now().plus(Duration.ofHours(2));
      Set<String> held = Set.of(unheard);
      assertThat(isDue(unheard, later, new HeldBack(Set.of(), Set.of(), later))).isTrue();
      assertThat(isDue(unheard, later, new HeldBack(held, Set.of(), later))).isFalse();
      assertThat(isDue(unheard, later, new HeldBack(Set.of(), held, later))).isTrue();
      assertThat(isDue(unheard, later, new HeldBack(Set.of(), held, Instant.EPOCH))).isFalse();
      delete(unheard);
      delete(heard);
    }
  }

  @Test
  void anAlertMatchesWhatASearchFinds() throws Exception {
    // Given
    Map<String, Map<String, Object>> queries = new HashMap<>();
    for (Map<String, Object> query : AlertQueries.ALL) {
      queries.put(create("等同", query, null), query);
    }

    // When
    List<ArticleEnriched> published = AlertQueries.publish(newsroom);
    String marker = create("标记", Map.of("q", "鹅掌楸标记"), null);
    newsroom.publishPage(newDocument(), version(1), article("鹅掌楸标记", "完。"));
    await()
        .atMost(PATIENCE)
        .until(() ->
            published.stream().allMatch(a -> newsroom.stateOf(a.document()).equals("searchable"))
                && matches(marker).size() == 1);

    // Then
    Set<String> ids = published.stream().map(a -> a.id().value()).collect(Collectors.toSet());
    int found = 0;
    for (Map.Entry<String, Map<String, Object>> entry : queries.entrySet()) {
      Set<String> searched = searched(entry.getValue());
      searched.retainAll(ids);
      Set<String> alerted =
          matches(entry.getKey()).stream()
              .map(match -> match.path("articleId").asString())
              .collect(Collectors.toSet());
      alerted.retainAll(ids);
      assertThat(alerted).as(entry.getValue().toString()).isEqualTo(searched);
      found += searched.size();
      delete(entry.getKey());
    }
    assertThat(found).isGreaterThan(queries.size());
  }

  @Test
  void anAlertIsChangedAndRemoved() throws Exception {
    // Given
    String alert = create("甲", Map.of("q", "甲", "newspaper", List.of("青山周报", "别的报")), null);

    // When
    HttpResponse<String> changed =
        send("PUT", "/alerts/" + alert, Map.of("name", "乙", "query", Map.of("q", "乙")));

    // Then
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(get("/alerts/" + alert).path("query").path("q").asString()).isEqualTo("乙");
    assertThat(delete(alert)).isEqualTo(204);
    assertThat(newsroom.get("/api/v1/alerts/" + alert).status()).isEqualTo(404);
    assertThat(delete(alert)).isEqualTo(404);
    assertThat(get("/alerts").path("alerts").valueStream().map(a -> a.path("id").asString()))
        .doesNotContain(alert);
  }

  @Test
  void whatCannotBeWatchedForIsAClearProblem() throws Exception {
    assertThat(refused(Map.of("query", Map.of("q", "甲")))).isEqualTo("alert-name");
    assertThat(refused(Map.of("name", "甲", "query", Map.of()))).isEqualTo("alert-empty");
    assertThat(refused(Map.of("name", "甲", "query", Map.of("size", "3"))))
        .isEqualTo("alert-parameter");
    assertThat(refused(Map.of("name", "甲", "query", Map.of("q", "日期:昨天"))))
        .isEqualTo("date-unreadable");
    assertThat(
            refused(
                Map.of(
                    "name",
                    "甲",
                    "query",
                    Map.of("q", "甲"),
                    "webhook",
                    Map.of("url", "http://1.1.1.1/", "secret", "short"))))
        .isEqualTo("webhook-secret");
    assertThat(
            refused(
                Map.of(
                    "name",
                    "甲",
                    "query",
                    Map.of("q", "甲"),
                    "webhook",
                    Map.of("url", "file:///etc/passwd", "secret", SECRET))))
        .isEqualTo("webhook-address");
  }

  private boolean isDue(String alert, Instant now, HeldBack heldBack) {
    return matchIndex.due(now, 1_000, heldBack).stream()
        .anyMatch(match -> match.value().alert().equals(alert));
  }

  private String refused(Map<String, Object> body) throws Exception {
    HttpResponse<String> response = send("POST", "/alerts", body);
    assertThat(response.statusCode()).isEqualTo(400);
    String type = ContractJson.mapper().readTree(response.body()).path("type").asString();
    return type.substring(type.lastIndexOf(':') + 1);
  }

  private ConfigurableApplicationContext secondInstance() {
    return SpringApplication.run(
        IndexServiceApplication.class,
        "--server.port=0",
        "--spring.kafka.bootstrap-servers="
            + environment.getRequiredProperty("spring.kafka.bootstrap-servers"),
        "--wenliu.elasticsearch.uri=" + elasticsearch.uri().getFirst(),
        "--wenliu.elasticsearch.index-prefix=" + elasticsearch.indexPrefix(),
        "--wenliu.index.webhooks.allow-private=true",
        "--wenliu.index.search.nlp-uri="
            + environment.getRequiredProperty("wenliu.index.search.nlp-uri"));
  }

  private String create(
      String name, Map<String, Object> query, @Nullable Map<String, Object> webhook)
      throws Exception {
    Map<String, Object> body = new HashMap<>(Map.of("name", name, "query", query));
    if (webhook != null) {
      body.put("webhook", webhook);
    }
    // 503 while the alerts' topic is still being made, right after the service's start.
    HttpResponse<String> response =
        await()
            .atMost(PATIENCE)
            .until(() -> send("POST", "/alerts", body), answer -> answer.statusCode() != 503);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    JsonNode alert = ContractJson.mapper().readTree(response.body());
    assertThat(response.headers().firstValue("Location").orElseThrow())
        .endsWith(alert.path("id").asString());
    assertThat(response.body()).doesNotContain(SECRET);
    return alert.path("id").asString();
  }

  private int delete(String alert) throws Exception {
    return HTTP.send(
            HttpRequest.newBuilder(newsroom.uri("/api/v1/alerts/" + alert)).DELETE().build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private HttpResponse<String> send(String method, String path, Object body) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(newsroom.uri("/api/v1" + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                HttpRequest.BodyPublishers.ofByteArray(
                    ContractJson.mapper().writeValueAsBytes(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private EventStream stream(String parameters) throws Exception {
    return new EventStream(newsroom.uri("/api/v1/alerts/stream" + parameters), null);
  }

  private JsonNode get(String path) {
    return newsroom.get("/api/v1" + path).body();
  }

  private List<JsonNode> matches(String alert) {
    List<JsonNode> matches = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("/alerts/" + alert + "/matches?size=100&cursor=" + cursor);
      page.path("matches").forEach(matches::add);
      cursor = page.path("cursor").asString("");
    } while (!cursor.isEmpty());
    return matches;
  }

  private Set<String> searched(Map<String, Object> query) throws Exception {
    String parameters =
        query.entrySet().stream()
            .flatMap(parameter ->
                (parameter.getValue() instanceof List<?> list
                        ? list
                        : List.of(parameter.getValue()))
                    .stream().map(value -> parameter.getKey() + "=" + encoded(value.toString())))
            .collect(Collectors.joining("&"));
    String lines =
        HTTP.send(
                HttpRequest.newBuilder(newsroom.uri("/api/v1/export?" + parameters)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    return lines
        .lines()
        .map(line -> ContractJson.mapper().readTree(line).path("id").asString())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> ids(List<String> data) {
    return data.stream()
        .map(line -> ContractJson.mapper().readTree(line).path("id").asString())
        .collect(Collectors.toSet());
  }
}
