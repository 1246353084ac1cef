package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static io.wenliu.index.Newsroom.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import io.wenliu.contract.DocumentId;
import io.wenliu.index.elasticsearch.IndexNames;
import io.wenliu.index.journeys.JourneyAccounts;
import io.wenliu.index.schema.IndexSchema;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@WithServers
class LedgerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private Newsroom newsroom;
  @Autowired private JourneyAccounts accounts;
  @Autowired private ElasticsearchClient elasticsearch;
  @Autowired private IndexNames names;

  @Test
  void theLedgerBalancesForEveryState() {
    // Given
    long documents = newsroom.settledImbalance("documents");
    long articles = newsroom.settledImbalance("articles");
    long accepted = accepted();
    DocumentId page = newDocument();

    // When
    newsroom.publishPage(page, version(1), article("账目一", "账目一。"), article("账目旧", "账目旧。"));
    newsroom.publishPage(page, version(2), article("账目一", "账目二。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));
    newsroom.publish(withdrawal(page, version(2)));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("withdrawn"));
    newsroom.publishPage(page, version(3), article("账目一", "账目三。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));

    // Then
    assertThat(accepted()).isEqualTo(accepted + 4);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(newsroom.imbalance("documents")).isEqualTo(documents);
          assertThat(newsroom.imbalance("articles")).isEqualTo(articles);
        });
  }

  @Test
  void whatNobodyHasSubmittedAndWhatGotLostOnItsWayPutTheLedgerOutOfBalance() {
    // Given
    long documents = newsroom.settledImbalance("documents");
    long articles = newsroom.settledImbalance("articles");
    DocumentId nobodys = newDocument();
    DocumentId listed = newDocument();

    // When
    newsroom.publishArticle(newsroom.enriched(nobodys, version(1), article("无主稿", "无主稿。")));
    newsroom.publishPageWithout(listed, version(1), article("半路遗失", "半路遗失。"));
    await()
        .atMost(PATIENCE)
        .until(() ->
            newsroom.stateOf(nobodys).equals("searchable")
                && newsroom.stateOf(listed).equals("in-flight"));

    // Then: of the one nothing was accepted, of the other not the article
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(newsroom.imbalance("documents")).isEqualTo(documents - 1);
          assertThat(newsroom.imbalance("articles")).isEqualTo(articles - 2);
        });
  }

  @Test
  void aJourneyOfAnEarlierReleaseIsEnteredIntoTheLedger() throws Exception {
    // Given: what that release wrote, which counts as searchable and not as accepted
    long documents = newsroom.settledImbalance("documents");
    long articles = newsroom.settledImbalance("articles");
    DocumentId page = newDocument();
    newsroom.publishPage(page, version(1), article("旧账一", "旧账一。"), article("旧账二", "旧账二。"));
    await().atMost(PATIENCE).until(() -> newsroom.stateOf(page).equals("searchable"));
    await().atMost(PATIENCE).until(() -> newsroom.imbalance("articles") == articles);
    forgetWhatWasAccepted(page);
    assertThat(newsroom.imbalance("documents")).isEqualTo(documents - 1);
    assertThat(newsroom.imbalance("articles")).isEqualTo(articles - 2);

    // When
    long journeys = accounts.complete();

    // Then
    assertThat(journeys).isEqualTo(1);
    assertThat(newsroom.imbalance("documents")).isEqualTo(documents);
    assertThat(newsroom.imbalance("articles")).isEqualTo(articles);
    assertThat(accounts.complete()).isZero();
  }

  private void forgetWhatWasAccepted(DocumentId page) throws Exception {
    String journeys = names.toWrite(IndexSchema.JOURNEYS);
    String id = page.value() + "-" + version(1).value();
    ObjectNode journey =
        Objects.requireNonNull(
            elasticsearch.get(get -> get.index(journeys).id(id), ObjectNode.class).source());
    journey.remove(List.of("accepted", "acceptedArticles"));
    elasticsearch.index(
        index -> index.index(journeys).id(id).document(journey).refresh(Refresh.True));
  }

  private long accepted() {
    return newsroom.get("/api/v1/ledger").body().path("articles").path("accepted").asLong();
  }
}
