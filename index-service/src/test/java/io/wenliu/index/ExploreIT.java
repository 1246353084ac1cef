package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.encoded;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static io.wenliu.index.Newsroom.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment.EntityType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WithServers
class ExploreIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<DocumentId> PAGES = new ArrayList<>();

  @Autowired private Newsroom newsroom;

  @BeforeEach
  void publishOnce() {
    if (!PAGES.isEmpty()) {
      return;
    }
    publish(
        new Annotated(on("2019-05-06", "芦花渡口重修", "芦花渡口今年重修。"))
            .names(EntityType.PER, "韦采薇", "韦采薇", "院士")
            .names(EntityType.PER, "韦院士", "韦采薇", "院士")
            .names(EntityType.ORG, "芦花研究所", "芦花研究所", null)
            .says("韦采薇", "渡口要修旧如旧，不能推倒重来。")
            .says("韦采薇", "水位比往年低了半米。")
            .says("摆渡人", "船票还是两元。")
            .keyphrase("芦花渡口"));
    publish(
        new Annotated(on("2019-06-10", "芦花渡口开放", "芦花渡口今天开放。"))
            .names(EntityType.PER, "韦采薇", "韦采薇", "所长")
            .names(EntityType.WORK, "芦花渡口保护条例", "芦花渡口保护条例", "law")
            .says("韦采薇", "渡口开放以后要限制人数。")
            .keyphrase("芦花渡口"));
    publish(
        new Annotated(on("2018-01-05", "苇塘学会成立", "苇塘学会成立。"))
            .names(EntityType.PER, "庾苇白", "庾苇白", null)
            .names(EntityType.ORG, "苇塘学会", "苇塘学会", null)
            .names(EntityType.LOC, "苇塘", "苇塘", null));
    publish(
        new Annotated(on("2018-01-06", "苇塘起雾", "苇塘起雾。"))
            .names(EntityType.PER, "庾苇白", "庾苇白", null)
            .names(EntityType.LOC, "苇塘", "苇塘", null));
    publish(
        new Annotated(on("2017-03-04", "苇塘试飞", "苇塘试飞。"))
            .says("试飞员", "今天用5G网络看C919大飞机<img src=x>起飞，跨度3.5公里。"));
    for (int day = 1; day <= 6; day++) {
      publish(
          new Annotated(on("2019-04-0" + day, "芦花旧闻第" + day + "则", "旧闻。"))
              .names(EntityType.LOC, "芦花镇", "芦花镇", null)
              .keyphrase("芦花旧事"));
    }
    for (int day = 1; day <= 3; day++) {
      publish(
          new Annotated(on("2019-06-1" + day, "芦花新事第" + day + "则", "新事。"))
              .names(EntityType.LOC, "芦花镇", "芦花镇", null)
              .keyphrase("芦花夜航"));
    }
    await()
        .atMost(PATIENCE)
        .until(() -> PAGES.stream().allMatch(p -> newsroom.stateOf(p).equals("searchable")));
  }

  private ArticleEnriched on(String day, String headline, String text) {
    return newsroom.enriched(
        newDocument(), version(1), Annotated.published(article(headline, text), day));
  }

  private void publish(Annotated annotated) {
    ArticleEnriched article = annotated.message();
    newsroom.publishArticle(article);
    PAGES.add(article.document());
  }

  @Test
  void aNameIsCountedWithItsOtherFormsAndRoles() {
    // When
    JsonNode listed = get("/entities?type=PER&q=" + encoded("采薇")).path("entities").path(0);
    JsonNode entity = get("/entities/" + listed.path("id").asString());

    // Then
    assertThat(listed.path("name").asString()).isEqualTo("韦采薇");
    assertThat(listed.path("articles").asInt()).isEqualTo(2);
    assertThat(listed.path("mentions").asInt()).isEqualTo(3);
    assertThat(listed.path("aliases").path(0).asString()).isEqualTo("韦院士");
    assertThat(entity.path("mentions").asInt()).isEqualTo(3);
    assertThat(texts(entity.path("roles"), "text")).containsExactlyInAnyOrder("院士", "所长");
    assertThat(texts(entity.path("histogram"), "date")).containsExactly("2019-05", "2019-06");
    assertThat(texts(entity.path("related"), "name"))
        .containsExactlyInAnyOrder("芦花研究所", "芦花渡口保护条例");
    assertThat(entity.path("lines").isEmpty()).isTrue();
    assertThat(texts(entity.path("quotes"), "text"))
        .containsExactly("渡口开放以后要限制人数。", "渡口要修旧如旧，不能推倒重来。", "水位比往年低了半米。");
    assertThat(texts(entity.path("hits"), "headline")).containsExactly("芦花渡口开放", "芦花渡口重修");
  }

  @Test
  void namesAroundOneAreJoinedWhereTheyShareArticles() {
    // Given
    String id = get("/entities?type=PER&q=" + encoded("苇白")).at("/entities/0/id").asString();

    // When
    JsonNode entity = get("/entities/" + id);

    // Then
    assertThat(texts(entity.path("related"), "name")).containsExactly("苇塘", "苇塘学会");
    List<String> related = texts(entity.path("related"), "id");
    assertThat(texts(entity.path("lines"), "a")).containsExactly(related.getFirst());
    assertThat(texts(entity.path("lines"), "b")).containsExactly(related.getLast());
    assertThat(entity.at("/lines/0/articles").asInt()).isEqualTo(1);
  }

  @Test
  void namesArePagedThroughOnceEach() {
    // When
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          get("/entities?size=2&from=2019&to=2019&q=" + encoded("芦花") + "&cursor=" + cursor);
      seen.addAll(texts(page.path("entities"), "name"));
      cursor = page.path("cursor").asString("");
    } while (!cursor.isEmpty());

    // Then
    assertThat(seen).containsExactly("芦花镇", "芦花渡口保护条例", "芦花研究所");
  }

  @Test
  void quotesAreFoundBySpeakerAndByWords() {
    // When
    JsonNode found = get("/quotes?from=2019&to=2019&q=" + encoded("渡口"));
    JsonNode spoken = get("/quotes?from=2019&to=2019&sort=newest&speaker=" + encoded("韦采薇"));

    // Then
    assertThat(found.path("total").asInt()).isEqualTo(2);
    assertThat(texts(found.path("quotes"), "highlight"))
        .containsExactlyInAnyOrder("\uE000渡口\uE001要修旧如旧，不能推倒重来。", "\uE000渡口\uE001开放以后要限制人数。");
    assertThat(found.path("speakers").path(0).path("value").asString()).isEqualTo("韦采薇");
    assertThat(found.path("speakers").path(0).path("count").asInt()).isEqualTo(2);
    assertThat(spoken.path("total").asInt()).isEqualTo(3);
    assertThat(spoken.path("quotes").path(0).path("headline").asString()).isEqualTo("芦花渡口开放");
    assertThat(spoken.path("quotes").path(0).path("speakerId").asString()).startsWith("per-");
    assertThat(get("/quotes?from=2019&to=2019&q=" + encoded("“修舊如舊”")).path("total").asInt())
        .isEqualTo(1);
    assertThat(get("/quotes?from=2019&to=2019&q=" + encoded("渡口 -人数")).path("total").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5G",
        "C919",
        "c919大飞机",
        "大飞机",
        "大飞机<img",
        "大飞机<img src=x>",
        "起飞",
        "3.5公里",
        "“飞机<img”"
      })
  void lettersFiguresAndSignsInQuotesAreFound(String words) {
    // When
    JsonNode found = get("/quotes?from=2017&to=2017&q=" + encoded(words));

    // Then
    assertThat(texts(found.path("quotes"), "speaker")).containsExactly("试飞员");
  }

  @Test
  void quotesArePagedThroughOnceEach() {
    // When
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("/quotes?from=2019&to=2019&sort=newest&size=1&cursor=" + cursor);
      seen.addAll(texts(page.path("quotes"), "text"));
      cursor = page.path("cursor").asString("");
    } while (!cursor.isEmpty());

    // Then
    assertThat(seen).containsExactly("渡口开放以后要限制人数。", "渡口要修旧如旧，不能推倒重来。", "水位比往年低了半米。", "船票还是两元。");
  }

  @Test
  void whatWasRareBeforeRises() {
    // When
    JsonNode answer = get("/trends?from=2019-06-10&to=2019-06-16&interval=week");

    // Then
    JsonNode first = answer.path("trends").path(0);
    assertThat(first.path("text").asString()).isEqualTo("芦花夜航");
    assertThat(first.path("type").asString()).isEqualTo("keyphrase");
    assertThat(first.path("articles").asInt()).isEqualTo(3);
    assertThat(first.path("background").asInt()).isZero();
    assertThat(first.path("series").size()).isEqualTo(12);
    assertThat(first.path("series").path(11).path("date").asString()).isEqualTo("2019-06-10");
    assertThat(first.path("series").path(11).path("count").asInt()).isEqualTo(3);
    assertThat(texts(answer.path("trends"), "text")).doesNotContain("芦花旧事");
    assertThat(texts(get("/trends?type=name&from=2019-06&to=2019-06").path("trends"), "type"))
        .containsOnly("name");
  }

  @Test
  void withoutDaysTheTrendIsThatOfTheLastArticles() {
    // When
    JsonNode answer = get("/trends?interval=month");

    // Then
    assertThat(answer.path("from").asString()).endsWith("-01");
    assertThat(answer.path("to").asString()).isGreaterThanOrEqualTo("2019-06-13");
  }

  @Test
  void whatIsWithdrawnIsCountedAndQuotedNoMore() {
    // Given
    ArticleEnriched article =
        new Annotated(on("2019-07-01", "芒种", "芒种。"))
            .names(EntityType.PER, "欧阳小满", "欧阳小满", null)
            .says("欧阳小满", "麦子可以收了。")
            .message();
    newsroom.publishArticle(article);
    await().atMost(PATIENCE).until(() -> count("/entities?q=", "entities") == 1);
    String id =
        get("/entities?q=" + encoded("欧阳小满")).path("entities").path(0).path("id").asString();

    // When
    newsroom.publish(withdrawal(article.document(), version(1)));
    await().atMost(PATIENCE).until(() -> count("/entities?q=", "entities") == 0);

    // Then
    assertThat(count("/quotes?speaker=", "quotes")).isZero();
    assertThat(newsroom.get("/api/v1/entities/" + id).status()).isEqualTo(404);
  }

  private int count(String path, String list) {
    return get(path + encoded("欧阳小满")).path(list).size();
  }

  @Test
  void whatCannotBeUnderstoodIsAClearProblem() {
    assertThat(newsroom.get("/api/v1/entities/none").status()).isEqualTo(404);
    assertThat(newsroom.get("/api/v1/entities?type=TIME").status()).isEqualTo(400);
    assertThat(newsroom.get("/api/v1/entities?q=" + encoded("字".repeat(41))).status())
        .isEqualTo(400);
    assertThat(newsroom.get("/api/v1/trends?interval=year").status()).isEqualTo(400);
    assertThat(newsroom.get("/api/v1/trends?type=verb").status()).isEqualTo(400);
    assertThat(newsroom.get("/api/v1/trends?from=2025&to=2024").status()).isEqualTo(400);
    assertThat(newsroom.get("/api/v1/quotes?size=0").status()).isEqualTo(400);
    assertThat(newsroom.get("/api/v1/quotes?cursor=x").status()).isEqualTo(400);
  }

  private JsonNode get(String path) {
    Newsroom.Answer answer = newsroom.get("/api/v1" + path);
    assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> texts(JsonNode list, String field) {
    return list.valueStream().map(item -> item.path(field).asString("")).toList();
  }
}
