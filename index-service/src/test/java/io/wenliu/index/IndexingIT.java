package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.manifest;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static io.wenliu.index.Newsroom.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WithServers
class IndexingIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private Newsroom newsroom;

  @Test
  void aPageIsSearchableAndItsJourneySaysSo() {
    // Given
    DocumentId page = newDocument();

    // When
    newsroom.publishPage(page, version(1), article("蜂鸟湾渔港清晨开市", "天还没亮，蜂鸟湾渔港的渔船陆续靠岸。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // Then
    JsonNode hit = newsroom.search("蜂鸟湾渔港").path("hits").path(0);
    assertThat(hit.path("headline").asString()).isEqualTo("蜂鸟湾渔港清晨开市");
    assertThat(hit.path("highlights").path("headline").asString())
        .isEqualTo("\uE000蜂鸟湾渔港\uE001清晨开市");
    JsonNode journey = newsroom.get("/api/v1/submissions/" + page).body();
    assertThat(journey.path("searchableAt").isNull()).isFalse();
    assertThat(journey.path("articles").path(0).path("headline").asString()).isEqualTo("蜂鸟湾渔港清晨开市");
    assertThat(journey.path("ownId").asString()).isEqualTo("page-3");
  }

  @Test
  void aNewerPageLeavesNothingOfTheOlderBehind() {
    // Given
    DocumentId page = newDocument();
    List<ArticleEnriched> first =
        newsroom.publishPage(
            page, version(1), article("玉兰坡小学迎新生", "玉兰坡小学今天开学。"), article("玉兰坡修路通知", "玉兰坡路段本周施工。"));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“玉兰坡”").size() == 2);

    // When
    newsroom.publishPage(page, version(2), article("玉兰坡小学迎新生", "玉兰坡小学明天开学。"));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“玉兰坡”").equals(List.of("玉兰坡小学迎新生")));

    // Then
    assertThat(newsroom.headlines("“明天开学”")).containsExactly("玉兰坡小学迎新生");
    assertThat(newsroom.headlines("玉兰坡 “今天开学”")).isEmpty();
    assertThat(newsroom.get("/api/v1/articles/" + first.get(1).id()).status()).isEqualTo(410);
  }

  @Test
  void theSameContentProcessedAnewTakesThePlaceOfWhatWasMadeOfItAndComesBackNoMore() {
    // Given
    DocumentId page = newDocument();
    Article whole = article("茭白田丰收", "茭白田开镰。", "栏目导读串进了正文。");
    Article part = article("茭白田丰收", "茭白田开镰。");
    newsroom.publishPage(page, version(3), whole, article("栏目导读", "茭白田之外的话。"));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“茭白田”").size() == 2);
    String indexed = indexedAt("茭白田丰收");

    // When
    newsroom.publishPage(page, version(3).withRevision(1), part);
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“茭白田”").equals(List.of("茭白田丰收")));
    newsroom.publishPage(page, version(3), whole);
    DocumentId next = newDocument();
    newsroom.publishPage(next, version(1), article("菱角塘清淤", "菱角塘见底。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(next).equals("searchable"));

    // Then
    assertThat(newsroom.headlines("茭白田 “串进了正文”")).isEmpty();
    assertThat(indexedAt("茭白田丰收")).as("no news").isEqualTo(indexed);
    assertThat(newsroom.stateOf(page)).isEqualTo("searchable");
    newsroom.publish(withdrawal(page, version(3)));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("withdrawn"));
  }

  private String indexedAt(String headline) {
    return newsroom.search(headline).path("hits").path(0).path("indexedAt").asString();
  }

  @Test
  void aWithdrawalCountsThoughTheClockOfWhoAskedHasGoneBack() {
    // Given
    DocumentId page = newDocument();
    newsroom.publishPage(page, version(1), article("苇荡桥通车", "苇荡桥今天通车。"));
    newsroom.publish(withdrawal(page, null));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("withdrawn"));
    newsroom.publishPage(page, version(2), article("苇荡桥通车", "苇荡桥再次通车。"));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“苇荡桥”").size() == 1);

    // When
    newsroom.publish(
        new DocumentWithdrawn(
            page, null, Newsroom.SOURCE, Instant.now().minus(Duration.ofHours(1)), null));

    // Then
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“苇荡桥”").isEmpty());
  }

  @Test
  void aLateArticleOfAnOlderVersionStaysDead() {
    // Given
    DocumentId page = newDocument();
    newsroom.publishPage(page, version(5), article("石榴巷改造完工", "石榴巷面貌一新。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When
    ArticleEnriched late = newsroom.enriched(page, version(4), article("石榴巷旧闻一则", "石榴巷去年的事。"));
    newsroom.publish(late);
    await()
        .atMost(PATIENCE)
        .until(() -> newsroom.get("/api/v1/articles/" + late.id()).status() == 410);

    // Then
    assertThat(newsroom.headlines("“石榴巷”")).containsExactly("石榴巷改造完工");
  }

  @Test
  void anArticleWhoseManifestWasCompactedAwayIsSupersededToo() {
    // Given
    DocumentId page = newDocument();
    ArticleEnriched orphan = newsroom.enriched(page, version(1), article("白鹭洲旧闻", "白鹭洲的旧消息。"));
    newsroom.publish(orphan);
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“白鹭洲”").size() == 1);

    // When
    newsroom.publishPage(page, version(2), article("白鹭洲新貌", "白鹭洲的新消息。"));

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(newsroom.headlines("“白鹭洲”")).containsExactly("白鹭洲新貌"));
  }

  @Test
  void aWithdrawnPageVanishesAndOnlyANewerVersionBringsItBack() {
    // Given
    DocumentId page = newDocument();
    List<ArticleEnriched> first =
        newsroom.publishPage(page, version(3), article("望江台灯会", "望江台灯会今晚开幕。"));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“望江台灯会”").size() == 1);

    // When
    newsroom.publish(withdrawal(page, version(3)));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("withdrawn"));
    newsroom.publish(first.getFirst());
    newsroom.publishPage(page, version(2), article("望江台灯会预告", "望江台灯会下周开幕。"));
    marker();

    // Then
    assertThat(newsroom.headlines("“望江台灯会”")).isEmpty();
    assertThat(newsroom.get("/api/v1/articles/" + first.getFirst().id()).body().path("state"))
        .hasToString("\"withdrawn\"");
    newsroom.publishPage(page, version(4), article("望江台灯会", "望江台灯会改期。"));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“望江台灯会”").size() == 1);
  }

  @Test
  void aRepeatedWithdrawalDoesNotTouchWhatCameAfterIt() {
    // Given
    DocumentId page = newDocument();
    var withdrawal = withdrawal(page, null);
    newsroom.publishPage(page, version(1), article("云杉岭初雪", "云杉岭迎来初雪。"));
    newsroom.publish(withdrawal);
    newsroom.publishPage(page, version(2), article("云杉岭初雪", "云杉岭昨夜迎来初雪。"));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("“云杉岭昨夜”").size() == 1);

    // When
    newsroom.publish(withdrawal);
    marker();

    // Then
    assertThat(newsroom.headlines("“云杉岭初雪”")).hasSize(1);
  }

  @Test
  void repeatingEverythingFromTheStartChangesNothing() {
    // Given
    DocumentId page = newDocument();
    ArticleEnriched a1 = newsroom.enriched(page, version(1), article("松果湖甲", "松果湖甲一。"));
    ArticleEnriched b1 = newsroom.enriched(page, version(1), article("松果湖乙", "松果湖乙一。"));
    ArticleEnriched a2 = newsroom.enriched(page, version(2), article("松果湖甲", "松果湖甲二。"));
    var messages =
        List.of(
            a1,
            b1,
            manifest(page, version(1), List.of(a1, b1)),
            a2,
            manifest(page, version(2), List.of(a2)));
    messages.forEach(newsroom::publish);
    await()
        .atMost(PATIENCE)
        .until(() ->
            newsroom.headlines("松果湖 “松果湖甲二”").equals(List.of("松果湖甲"))
                && newsroom.get("/api/v1/articles/" + b1.id()).status() == 410);
    JsonNode before = newsroom.get("/api/v1/articles/" + a1.id()).body();

    // When
    messages.forEach(newsroom::publish);
    messages.forEach(newsroom::publish);
    marker();

    // Then
    assertThat(newsroom.get("/api/v1/articles/" + a1.id()).body()).isEqualTo(before);
    assertThat(newsroom.headlines("“松果湖”")).containsExactly("松果湖甲");
    assertThat(newsroom.get("/api/v1/articles/" + b1.id()).status()).isEqualTo(410);
  }

  /// A page behind everything published so far on every partition: once it is searchable, all
  /// before it has been worked through.
  private void marker() {
    List<ArticleId> markers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Article marker = article("标记" + i, "标记。");
      markers.add(newsroom.publishPage(newDocument(), version(1), marker).getFirst().id());
    }
    await()
        .atMost(PATIENCE)
        .until(() ->
            markers.stream().allMatch(id -> newsroom.stateOf(id.document()).equals("searchable")));
  }
}
