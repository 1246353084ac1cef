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
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.Topics;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.indexing.KeptPages;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.event.CompactedKey;
import io.wenliu.testkit.KafkaRecords;
import io.wenliu.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WithServers
class PagesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Autowired private Newsroom newsroom;
  @Autowired private IndexReader reader;

  @Test
  void aReaderIsToldWhereEachLineOfAPageWentAndWhyAlsoAfterARebuild() {
    // Given
    DocumentId page = newDocument();
    ArticleEnriched cut = newsroom.enriched(page, version(1), article("麦芒湖大雁归来", "麦芒湖的大雁回来了。"));
    newsroom.publish(cut);
    newsroom.publish(pages(cut, "麦芒湖大雁归来"));
    newsroom.publish(manifest(page, version(1), List.of(cut)));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // When
    JsonNode told = pageOf(page);
    assertThat(newsroom.post("/api/v1/index/rebuild", "").status()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(() ->
            newsroom.get("/api/v1/index/rebuild").body().path("state").asString().equals("done"));

    // Then
    assertThat(told.path("articles"))
        .singleElement()
        .satisfies(article -> {
          assertThat(article.path("id").asString()).isEqualTo(cut.id().value());
          assertThat(article.path("headline").asString()).isEqualTo("麦芒湖大雁归来");
        });
    JsonNode lines = told.path("pages").path(0).path("lines");
    assertThat(lines.path(0).path("role").asString()).isEqualTo("furniture");
    assertThat(lines.path(0).path("article").isNull()).isTrue();
    assertThat(lines.path(1).path("article").asString()).isEqualTo(cut.id().value());
    assertThat(lines.path(1).path("reason").asString()).isEqualTo("标题特征强");
    assertThat(pageOf(page)).isEqualTo(told);
    assertThat(newsroom.headlines("“标题特征强”")).isEmpty();
  }

  @Test
  void whatIsSupersededOrWithdrawnTakesItsLinesAlong() {
    // Given
    DocumentId page = newDocument();
    published(page, article("芦芽镇夜市", "芦芽镇夜市开张。"));
    await().atMost(PATIENCE).until(() -> pageOf(page).path("pages").size() == 1);

    // When
    newsroom.publishPage(page, version(2), article("芦芽镇夜市", "芦芽镇夜市延期。"));
    await()
        .atMost(PATIENCE)
        .until(() -> pageOf(page).path("version").asLong() == version(2).value());
    JsonNode superseded = pageOf(page);
    newsroom.publish(withdrawal(page, null));
    await()
        .atMost(PATIENCE)
        .until(() -> newsroom.get("/api/v1/documents/" + page + "/page").status() == 410);

    // Then
    assertThat(superseded.path("pages")).isEmpty();
    assertThat(reader.read(IndexSchema.PAGES, page.value(), KeptPages.class).orElseThrow().pages())
        .isEmpty();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(linesOnTheTopic(page).getLast().value()).isNull());
  }

  @Test
  void ofTwoPagesUnderOneVersionTheFirstIsTheLastOnTheTopic() {
    // Given
    DocumentId page = newDocument();
    ArticleEnriched cut = published(page, article("石榴巷改造", "石榴巷改造完工。"));
    await().atMost(PATIENCE).until(() -> pageOf(page).path("pages").size() == 1);
    JsonNode told = pageOf(page);

    // When
    newsroom.publish(pages(cut, "石榴巷 改造"));

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          List<ConsumerRecord<byte[], byte[]>> records = linesOnTheTopic(page);
          assertThat(records).hasSize(3);
          assertThat(ContractJson.read(records.getLast().value(), DocumentPages.class))
              .isEqualTo(pages(cut, "石榴巷改造"));
        });
    assertThat(pageOf(page)).isEqualTo(told);
  }

  @Test
  void aDocumentThatCameAsAnArticleHasNoPageAndAnUnknownOneIsUnknown() {
    // Given
    DocumentId ready = newDocument();
    newsroom.publishPage(ready, version(1), article("榆钱坡通班车", "榆钱坡今天通班车。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(ready).equals("searchable"));

    // When
    JsonNode told = pageOf(ready);

    // Then
    assertThat(told.path("pages").isArray()).isTrue();
    assertThat(told.path("pages")).isEmpty();
    assertThat(newsroom.get("/api/v1/documents/" + newDocument() + "/page").status())
        .isEqualTo(404);
    assertThat(newsroom.get("/api/v1/documents/nobody/page").status()).isEqualTo(404);
  }

  /// A page of one article with its lines, as the stage before puts it.
  private ArticleEnriched published(DocumentId page, Article article) {
    ArticleEnriched cut = newsroom.enriched(page, version(1), article);
    newsroom.publish(cut);
    newsroom.publish(pages(cut, article.headline()));
    newsroom.publish(manifest(page, version(1), List.of(cut)));
    return cut;
  }

  private JsonNode pageOf(DocumentId page) {
    return newsroom.get("/api/v1/documents/" + page + "/page").body();
  }

  private static DocumentPages pages(ArticleEnriched cut, String headline) {
    return new DocumentPages(
        cut.document(),
        cut.version(),
        List.of(
            new DocumentPages.Page(
                "page-3.txt",
                List.of(
                    new DocumentPages.Line(1, DocumentPages.Role.FURNITURE, null, "青山周报 第3版", "报头"),
                    new DocumentPages.Line(
                        3, DocumentPages.Role.TITLE, cut.id(), headline, "标题特征强")))));
  }

  private static List<ConsumerRecord<byte[], byte[]>> linesOnTheTopic(DocumentId page) {
    String key = CompactedKey.ofPages(page, version(1));
    return KafkaRecords.committed(TestServers.kafka())
        .read(
            Topics.ENRICHED,
            0,
            record -> new String(record.key(), StandardCharsets.UTF_8).equals(key));
  }
}
