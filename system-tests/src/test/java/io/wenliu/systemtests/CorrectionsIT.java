package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.Version;
import io.wenliu.testkit.Names;
import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a newsroom takes back or sets right is never shown as it was.
class CorrectionsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration WITHDRAWAL_PATIENCE = Duration.ofSeconds(3);
  private static final String OWN_ID = "wire-001";

  private Api api;
  private IndexContents index;
  private Newsroom newsroom;

  @BeforeEach
  void openTheNewsroom() {
    api = Api.ofSharedPipeline();
    index = IndexContents.ofSharedPipeline();
    newsroom = Newsroom.ofSharedPipeline(Names.unique("corrections"));
  }

  @AfterEach
  void closeTheNewsroom() {
    newsroom.close();
  }

  @Test
  void aCorrectionTakesThePlaceOfWhatItCorrects() {
    // Given
    publish(1, "柳河镇试种旱稻", "亩产三百公斤。");

    // When
    publish(2, "柳河镇试种旱稻", "更正：亩产四百公斤。");

    // Then
    awaitAlive(Map.of(articleId("柳河镇试种旱稻"), Version.of(2, 0).value()));
    assertThat(body("柳河镇试种旱稻")).contains("四百公斤").doesNotContain("三百公斤");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(api.journey(document()).body().path("versions").valueStream())
                .extracting(
                    one -> one.path("version").asLong(), one -> one.path("state").asString())
                .containsExactly(
                    tuple(Version.of(2, 0).value(), "searchable"),
                    tuple(Version.of(1, 0).value(), "superseded")));
  }

  @Test
  void anOlderVersionThatComesLateChangesNothing() {
    // Given
    publish(5, "白塔县开放图书馆", "周一至周日开放。");
    awaitAlive(Map.of(articleId("白塔县开放图书馆"), Version.of(5, 0).value()));

    // When
    publish(4, "白塔县开放图书馆", "周一闭馆。");
    publishSentinel();

    // Then
    assertThat(index.alive(newsroom.source()))
        .containsEntry(articleId("白塔县开放图书馆"), Version.of(5, 0).value());
    assertThat(body("白塔县开放图书馆")).contains("周一至周日");
  }

  @Test
  void aHeadlineThatIsSetRightLeavesTheWrongOneBehind() {
    // Given
    publish(1, "石桥乡修通环湖公里", "公路全长二十公里。");
    awaitAlive(Map.of(articleId("石桥乡修通环湖公里"), Version.of(1, 0).value()));

    // When
    publish(2, "石桥乡修通环湖公路", "公路全长二十公里。");

    // Then
    awaitAlive(Map.of(articleId("石桥乡修通环湖公路"), Version.of(2, 0).value()));
    assertThat(index.superseded(document())).containsOnlyKeys(articleId("石桥乡修通环湖公里"));
    assertThat(api.article(articleId("石桥乡修通环湖公里")).status()).isEqualTo(410);
  }

  @Test
  void aPageSentAgainWithFewerArticlesLosesTheOthers() {
    // Given
    SampleDocument whole = SampleDocuments.HISTORIC_OPPORTUNITY;
    String firstArticle = whole.text().substring(0, whole.text().indexOf("加快构建现代化产业体系，奋力"));
    SampleDocument cut =
        SampleDocuments.ofText(whole.name(), firstArticle.replaceAll("[#\\s]+$", "\n"));
    newsroom.pushFile(whole, 1);
    newsroom.flush();
    awaitAliveCount(2);

    // When
    newsroom.pushFile(cut, 2);
    newsroom.flush();

    // Then
    awaitAliveCount(1);
    assertThat(index.superseded(newsroom.document(whole.name()))).hasSize(1);
  }

  @Test
  void aWithdrawnArticleVanishesFromSearchAndStaysGone() {
    // Given
    publish(7, "南浦市启用社区食堂", "食堂内有暗语紫电青霜。");
    awaitAlive(Map.of(articleId("南浦市启用社区食堂"), Version.of(7, 0).value()));
    assertThat(api.idsOf(Map.of("q", "紫电青霜"))).contains(articleId("南浦市启用社区食堂"));

    // When
    int status = api.withdraw(document(), newsroom.source()).status();

    // Then
    assertThat(status).isEqualTo(202);
    await()
        .atMost(WITHDRAWAL_PATIENCE)
        .until(() -> api.idsOf(Map.of("q", "紫电青霜")), ids -> ids.isEmpty());
    await().atMost(PATIENCE).until(() -> api.state(document()).equals("withdrawn"));
    assertThat(api.article(articleId("南浦市启用社区食堂")).status()).isEqualTo(410);

    // A late older version does not bring it back.
    publish(6, "南浦市启用社区食堂", "食堂内有暗语紫电青霜。");
    publishSentinel();
    assertThat(index.alive(newsroom.source())).doesNotContainKey(articleId("南浦市启用社区食堂"));
  }

  @Test
  void aWithdrawalByKafkaIsAsGoodAsOneByHttp() {
    // Given
    publish(1, "青山村办起夜校", "第一课讲果树修剪。");
    awaitAlive(Map.of(articleId("青山村办起夜校"), Version.of(1, 0).value()));

    // When
    newsroom.push(
        document(),
        new DocumentWithdrawn(
            document(),
            Version.of(1, Version.MAX_REVISION),
            newsroom.source(),
            Instant.now(),
            "撤稿"));
    newsroom.flush();

    // Then
    awaitAlive(Map.of());
  }

  private DocumentId document() {
    return newsroom.document(OWN_ID);
  }

  private String articleId(String headline) {
    return ArticleId.ofHeadlines(document(), List.of(headline)).getFirst().value();
  }

  private void publish(long version, String headline, String paragraph) {
    newsroom.push(
        document(),
        InventedNews.submission(
            newsroom.source(),
            OWN_ID,
            version,
            InventedNews.article(headline, List.of(paragraph))));
    newsroom.flush();
  }

  /// Follows what was pushed before on the same partition: when it is there, the rest is done.
  private void publishSentinel() {
    String source = newsroom.source() + "-after";
    newsroom.push(
        document(),
        InventedNews.submission(
            source, "sentinel", 1L, InventedNews.article("哨兵", List.of("这条消息排在最后。"))));
    newsroom.flush();
    await().atMost(PATIENCE).until(() -> index.alive(source).size() == 1);
  }

  private void awaitAlive(Map<String, Long> expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(index.alive(newsroom.source())).containsExactlyEntriesOf(expected));
  }

  private void awaitAliveCount(int expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(index.alive(newsroom.source())).hasSize(expected));
  }

  private String body(String headline) {
    return api.article(articleId(headline)).body().at("/article/paragraphs/0").asString();
  }
}
