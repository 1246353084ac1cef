package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.encoded;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Article;
import io.wenliu.contract.DocumentId;
import io.wenliu.index.search.KeptWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WithServers
class SearchIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final DocumentId LIBRARY = newDocument();
  private static final int PAGES = 45;

  private static boolean published;

  @Autowired private Newsroom newsroom;
  @Autowired private KeptWords words;

  @BeforeEach
  void publishOnce() {
    if (published) {
      return;
    }
    published = true;
    newsroom.publishPage(
        LIBRARY,
        version(1),
        article("港灣圖書館延長開放時間", "港灣圖書館由下月起延長開放時間。"),
        article("海棠湾充电设施建设提速", "海棠湾新建充电桩两百个，人工智能调度平台上线。", "第二段说的是别的。"),
        article("海棠湾渔民忙收获", "海棠湾里没有别的，充满活力的电商正在卖鱼。"));
    List<DocumentId> pages = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      DocumentId page = newDocument();
      newsroom.publishPage(page, version(1), article("翻页测试第" + i + "篇", "柳编手艺传承。"));
      pages.add(page);
    }
    pages.add(LIBRARY);
    await()
        .atMost(PATIENCE)
        .until(() -> pages.stream().allMatch(page -> newsroom.stateOf(page).equals("searchable")));
  }

  @Test
  void aSimplifiedQueryFindsTraditionalTextAndTheOtherWayRound() {
    assertThat(newsroom.headlines("港湾图书馆")).containsExactly("港灣圖書館延長開放時間");
    assertThat(newsroom.headlines("港灣圖書館")).containsExactly("港灣圖書館延長開放時間");
    assertThat(newsroom.headlines("海棠灣 充電樁")).contains("海棠湾充电设施建设提速");
  }

  @Test
  void aHeadlineOutweighsTheText() {
    assertThat(newsroom.headlines("海棠湾 充电")).first().isEqualTo("海棠湾充电设施建设提速");
  }

  @Test
  void aPhraseIsFoundByItsCharactersWhereverWordsEnd() {
    assertThat(newsroom.headlines("“新建充电桩两”")).containsExactly("海棠湾充电设施建设提速");
    assertThat(newsroom.headlines("“充电商”")).isEmpty();
  }

  @Test
  void aWordIsFoundInsideOthersAndAcrossThemAndOverPunctuation() {
    // Given that the index answers for the dictionary's words
    await().atMost(PATIENCE).until(() -> words.keeps("智能"));
    assertThat(words.keeps("台上") && words.keeps("个人")).isTrue();

    // Then 人工智能, 平台上线, 个，人工
    for (String word : List.of("智能", "台上", "个人")) {
      assertThat(newsroom.headlines(word + " 充电桩")).containsExactly("海棠湾充电设施建设提速");
    }
  }

  @Test
  void exclusionAndOperatorsNarrow() {
    assertThat(newsroom.headlines("海棠湾 -充电")).containsExactly("海棠湾渔民忙收获");
    assertThat(newsroom.headlines("海棠湾 作者:林晓雨 日期:2025-03")).hasSize(2);
    assertThat(newsroom.headlines("海棠湾 作者:别人")).isEmpty();
    assertThat(newsroom.headlines("海棠湾 日期:2024")).isEmpty();
  }

  @Test
  void highlightsMarkTheTextAsPrinted() {
    // When
    JsonNode highlights = newsroom.search("人工智能").path("hits").path(0).path("highlights");

    // Then
    assertThat(highlights.path("headline").isNull()).isTrue();
    assertThat(highlights.path("body").path(0).asString())
        .isEqualTo("海棠湾新建充电桩两百个，\uE000人工智能\uE001调度平台上线。");
  }

  @Test
  void facetsAndMonthsAreCountedAndFilter() {
    // When
    JsonNode answer = newsroom.search("海棠湾");

    // Then
    assertThat(answer.path("facets").path("newspaper").path(0).path("value").asString())
        .isEqualTo("青山周报");
    assertThat(answer.path("facets").path("newspaper").path(0).path("count").asInt()).isEqualTo(2);
    assertThat(answer.path("histogram").path(0).path("date").asString()).isEqualTo("2025-03");
    assertThat(newsroom.search("海棠湾", "newspaper=" + encoded("别的报")).path("total").asInt())
        .isZero();
    assertThat(newsroom.search("海棠湾", "topic=" + encoded("人工智能")).path("total").asInt())
        .isEqualTo(2);
  }

  @Test
  void pagesByEitherOrderShowEachHitOnce() {
    for (String sort : List.of("relevance", "newest")) {
      // When
      List<String> seen = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page = newsroom.search("柳编手艺", "size=10", "sort=" + sort, "cursor=" + cursor);
        page.path("hits").forEach(hit -> seen.add(hit.path("id").asString()));
        cursor = page.path("cursor").asString("");
      } while (!cursor.isEmpty());

      // Then
      assertThat(seen).as(sort).hasSize(PAGES);
      assertThat(new HashSet<>(seen)).as(sort).hasSize(PAGES);
    }
  }

  @Test
  void storiesBehindManyPrintingsOfOneAreOnLaterPages() {
    // Given
    String wire =
        "榫卯不用一根铁钉，却能让一座木塔站立千年。老匠人把凿子递给徒弟，要他先听木头的声音，再看年轮的走向，"
            + "最后才落下第一凿。村里的作坊如今接到各地的订单，学徒里有刚毕业的大学生，也有回乡的打工者，他们说手艺急不得。";
    Article[] printings =
        IntStream.range(0, 150)
            .mapToObj(i -> article("榫卯榫卯站立千年 之" + i, wire))
            .toArray(Article[]::new);
    DocumentId reprinted = newDocument();
    DocumentId others = newDocument();
    newsroom.publishPage(reprinted, version(1), printings);
    newsroom.publishPage(
        others,
        version(1),
        article("木作展开幕", "展厅里摆着几件老家具，讲解员顺带说到了榫卯。", "入口处的长队从早上排到中午。"),
        article("古桥修缮完工", "桥面换了新石板，栏杆仍按榫卯的做法拼合。", "行人明天起可以通过。"),
        article("手工课受欢迎", "孩子们学着拼小板凳，老师教他们认识榫卯。", "下周还有一场。"));
    await()
        .atMost(PATIENCE)
        .until(() ->
            Stream.of(reprinted, others)
                .allMatch(page -> newsroom.stateOf(page).equals("searchable")));

    // When
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = newsroom.search("榫卯", "size=10", "cursor=" + cursor);
      page.path("hits").forEach(hit -> seen.add(hit.path("headline").asString()));
      cursor = page.path("cursor").asString("");
    } while (!cursor.isEmpty());

    // Then
    assertThat(seen).hasSize(4).contains("木作展开幕", "古桥修缮完工", "手工课受欢迎");
  }

  @Test
  void withoutNlpServiceTheAnswerSaysThatItGoesByWords() {
    // When
    JsonNode answer = newsroom.search("海棠湾");

    // Then
    assertThat(answer.path("mode").asString()).isEqualTo("words");
    assertThat(answer.path("notice").asString()).isEqualTo("语义检索暂不可用，本次只按字词检索。");
  }

  @Test
  void whatIsTooMuchOrUnreadableIsAClearProblemInTheReadersLanguage() {
    // When
    Newsroom.Answer chinese = newsroom.get("/api/v1/articles?q=" + encoded("日期:昨天"));
    Newsroom.Answer english = newsroom.get("/api/v1/articles?q=a&size=1000", "en");

    // Then
    assertThat(chinese.status()).isEqualTo(400);
    assertThat(chinese.body().path("title").asString()).isEqualTo("日期无法识别");
    assertThat(english.status()).isEqualTo(400);
    assertThat(english.body().path("detail").asString()).isEqualTo("size lies between 1 and 100.");
    assertThat(newsroom.get("/api/v1/articles?q=a&size=many").status()).isEqualTo(400);
    assertThat(newsroom.get("/api/v1/articles?q=a&cursor=x").status()).isEqualTo(400);
    assertThat(newsroom.get("/api/v1/articles/unknown").status()).isEqualTo(404);
    assertThat(newsroom.get("/api/v1/submissions/unknown").status()).isEqualTo(404);
  }

  @Test
  void pinyinInitialsLeadToTheWordThatIsMeant() {
    // When
    JsonNode answer = newsroom.search("rgzn");

    // Then
    assertThat(answer.path("hits").path(0).path("headline").asString()).isEqualTo("海棠湾充电设施建设提速");
    assertThat(answer.path("notice").asString()).contains("人工智能");
  }

  @Test
  void pinyinKeepsWhatElseWasAskedFor() {
    // When
    JsonNode excluded = newsroom.search("rgzn -调度平台");
    JsonNode byNobody = newsroom.search("rgzn 作者:无此人");
    JsonNode asTyped = newsroom.search("rgzn", "evidence=words");

    // Then
    assertThat(excluded.path("total").asInt()).isZero();
    assertThat(byNobody.path("hits").size()).isZero();
    assertThat(byNobody.path("notice").asString("")).doesNotContain("人工智能");
    assertThat(asTyped.path("hits").size()).isZero();
  }

  @Test
  void whatOnlySoundsRightIsAskedBack() {
    assertThat(newsroom.search("人工只能 -别的 日期:2025").path("didYouMean").asString(""))
        .isEqualTo("人工智能 -别的 日期:2025");
    assertThat(newsroom.search("人工只能").path("didYouMean").asString("")).isEqualTo("人工智能");
    assertThat(newsroom.search("人工智能").path("didYouMean").isNull()).isTrue();
  }

  @Test
  void whatIsTypedIsCompletedAlsoFromPinyin() {
    assertThat(suggested("linxiao")).contains("林晓雨");
    assertThat(suggested("林晓")).contains("林晓雨");
    assertThat(suggested("海棠湾充")).containsExactly("海棠湾充电设施建设提速");
    assertThat(suggested("(.*")).isEmpty();
  }

  @Test
  void reprintsAreFoldedAndTheirDifferencesShown() {
    // Given
    String text = "芦苇荡修复工程今年启动，沿岸三十个村庄参与种植，预计三年完成全部补种，";
    String more = "候鸟栖息地随之扩大，专家建议同步监测水质并公布结果，让公众看到变化。";
    var first =
        newsroom.publishPage(newDocument(), version(1), article("芦苇荡修复启动", text + more, "甲报的结尾。"));
    var second =
        newsroom.publishPage(
            newDocument(), version(1), article("芦苇荡修复工程启动", text + more, "乙报的结尾。"));
    await()
        .atMost(PATIENCE)
        .until(() ->
            newsroom.stateOf(first.getFirst().document()).equals("searchable")
                && newsroom.stateOf(second.getFirst().document()).equals("searchable"));

    // When
    JsonNode relevant = newsroom.search("芦苇荡修复");
    JsonNode newest = newsroom.search("芦苇荡修复", "sort=newest");
    JsonNode reprints =
        newsroom.get("/api/v1/articles/" + first.getFirst().id() + "/reprints").body();
    JsonNode similar =
        newsroom.get("/api/v1/articles/" + first.getFirst().id() + "/similar").body();

    // Then
    for (JsonNode found : List.of(relevant, newest)) {
      assertThat(found.path("total").asInt()).isEqualTo(2);
      assertThat(found.path("stories").asInt()).isEqualTo(1);
      assertThat(found.path("hits").size()).isEqualTo(1);
      assertThat(found.path("hits").path(0).path("storySize").asInt()).isEqualTo(2);
    }
    JsonNode reprint = reprints.path("reprints").path(0);
    assertThat(reprint.path("id").asString()).isEqualTo(second.getFirst().id().value());
    assertThat(reprint.path("differences").path(0).path("kind").asString()).isEqualTo("same");
    assertThat(reprint.path("differences").path(1).path("pieces").path(0).path("text").asString())
        .isEqualTo("甲");
    assertThat(similar.path("mode").asString()).isEqualTo("words");
    assertThat(similar.path("hits").path(0).path("id").asString())
        .isEqualTo(second.getFirst().id().value());
  }

  private List<String> suggested(String typed) {
    return newsroom
        .get("/api/v1/suggest?q=" + encoded(typed))
        .body()
        .path("suggestions")
        .valueStream()
        .map(suggestion -> suggestion.path("text").asString())
        .toList();
  }

  @Test
  void anEmptyBoxShowsTheNewest() {
    assertThat(newsroom.search("").path("hits").size()).isEqualTo(20);
  }
}
