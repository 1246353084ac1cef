package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static io.wenliu.index.Newsroom.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEmbedded;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Embedding;
import io.wenliu.contract.Version;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.schema.IndexSchema;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WithServers
class VectorIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private Newsroom newsroom;
  @Autowired private IndexReader reader;

  @BeforeEach
  void queriesHaveVectors() {
    NlpStandIn.answer(true);
  }

  @AfterEach
  void queriesHaveNone() {
    NlpStandIn.answer(false);
  }

  @Test
  void anArticleIsFoundByItsMeaningWhereNoWordOfTheQueryOccurs() {
    // Given
    DocumentId page = newDocument();
    List<ArticleEnriched> articles =
        newsroom.publishPage(
            page, version(1), article("新能源车驶入寻常百姓家", "小区里装上了补能设备。"), article("古镇戏台重开", "戏台上锣鼓喧天。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When
    newsroom.publishVector(vector(articles.get(0), version(1), 0.9f));
    newsroom.publishVector(vector(articles.get(1), version(1), -0.9f));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(newsroom.headlines("饕餮")).containsExactly("新能源车驶入寻常百姓家"));

    // Then
    JsonNode answer = newsroom.search("饕餮");
    assertThat(answer.path("mode").asString()).isEqualTo("hybrid");
    assertThat(answer.path("notice").isNull()).isTrue();
    assertThat(newsroom.headlines("饕餮 “补能设备”")).hasSize(1);
    assertThat(newsroom.headlines("饕餮 作者:别人")).isEmpty();
    assertThat(newsroom.headlines("饕餮 -补能设备")).isEmpty();
    newsroom.publish(withdrawal(page, version(1)));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(newsroom.headlines("饕餮")).isEmpty());
  }

  @Test
  void whatHasTheWordsAndTheMeaningIsCountedOnceHoweverFarBehindItRanksByWords() {
    // Given
    DocumentId page = newDocument();
    Article[] many = new Article[130];
    for (int i = 0; i < 120; i++) {
      many[i] = article("鲎湾渔讯" + i, "鲎湾第" + i + "号渔船今天归港。");
    }
    for (int i = 120; i < many.length; i++) {
      many[i] = article("晚间气象" + i, "沿海有风。".repeat(200) + "鲎湾渔讯" + i + "。");
    }
    List<ArticleEnriched> articles = newsroom.publishPage(page, version(1), many);
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));
    long byWords = newsroom.search("鲎湾渔讯", "evidence=words,characters").path("total").asLong();

    // When
    for (ArticleEnriched behind : articles.subList(120, many.length)) {
      newsroom.publishVector(vector(behind, version(1), 0.9f));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(newsroom.headlines("鲎湾渔讯").getFirst()).startsWith("晚间气象"));

    // Then
    assertThat(byWords).isEqualTo(130);
    assertThat(newsroom.search("鲎湾渔讯").path("total").asLong()).isEqualTo(130);
    newsroom.publish(withdrawal(page, version(1)));
  }

  @Test
  void theVectorOfAnOlderVersionDoesNotSpeakForTheNewerText() {
    // Given
    DocumentId page = newDocument();
    ArticleEnriched old = newsroom.publishPage(page, version(1), article("海塘巡查", "旧文。")).getFirst();
    ArticleEnriched marker =
        newsroom
            .publishPage(page, version(2), article("海塘巡查", "新文。"), article("标志牌", "标志。"))
            .getLast();
    await().atMost(PATIENCE).until(() -> newsroom.headlines("海塘巡查 “新文”").size() == 1);

    // When
    newsroom.publishVector(vector(old, version(1), 0.95f));
    newsroom.publishVector(vector(marker, version(2), 0.9f));
    await().atMost(PATIENCE).until(() -> newsroom.headlines("潮位站").contains("标志牌"));

    // Then
    assertThat(newsroom.headlines("潮位站")).doesNotContain("海塘巡查");
    newsroom.publish(withdrawal(page, version(2)));
  }

  @Test
  void anArticleThatComesTooLateTakesAwayTheVectorThatWasFaster() {
    // Given
    DocumentId page = newDocument();
    newsroom.publishPage(page, version(2), article("驿道新篇", "新文。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));
    ArticleEnriched late = newsroom.enriched(page, version(1), article("驿道旧篇", "旧文。"));
    newsroom.publishVector(vector(late, version(1), 0.9f));
    await().atMost(PATIENCE).until(() -> stateOfVector(late).equals("alive"));

    // When
    newsroom.publish(late);

    // Then
    await().atMost(PATIENCE).until(() -> stateOfVector(late).equals("superseded"));
  }

  private record VectorState(String state) {}

  private String stateOfVector(ArticleEnriched article) {
    return reader
        .read(IndexSchema.VECTORS, article.id().value(), VectorState.class)
        .map(VectorState::state)
        .orElse("unknown");
  }

  private static ArticleEmbedded vector(ArticleEnriched article, Version version, float nearness) {
    float[] values = new float[NlpStandIn.DIMENSIONS];
    values[0] = nearness;
    values[1] = (float) Math.sqrt(1 - nearness * nearness);
    return new ArticleEmbedded(
        article.id(), article.document(), version, NlpStandIn.MODEL, Embedding.of(values));
  }
}
