package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.DocumentId;
import io.wenliu.testkit.Names;
import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The way of the demo: the seed pages go in through Kafka and are found through the gateway.
class SeedPagesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static Newsroom newsroom;
  private static Api api;

  @BeforeAll
  static void pushTheSeeds() {
    api = Api.ofSharedPipeline();
    newsroom = Newsroom.ofSharedPipeline(Names.unique("seeds"));
    SampleDocuments.SEEDS.forEach(seed -> newsroom.pushFile(seed, 1));
    newsroom.flush();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(SampleDocuments.SEEDS)
                .allSatisfy(seed -> assertThat(api.state(document(seed))).isEqualTo("searchable")));
  }

  @AfterAll
  static void closeTheNewsroom() {
    newsroom.close();
  }

  @Test
  void everyArticleOfThePagesIsThereAsASubEditorWouldCutIt() {
    // When
    List<SeedArticle> found = new ArrayList<>();
    for (SampleDocument seed : SampleDocuments.SEEDS) {
      for (JsonNode entry : api.journey(document(seed)).body().path("articles")) {
        JsonNode article = api.article(entry.path("id").asString()).body().path("article");
        found.add(
            new SeedArticle(
                seed,
                SeedArticle.folded(article.path("headline").asString()),
                article.path("authors").valueStream().map(JsonNode::asString).toList(),
                article.path("newspaper").asString(null),
                dayOf(article.path("published").asString(null)),
                article.path("page").asString(null)));
      }
    }

    // Then
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            SeedArticle.ALL.stream()
                .map(seed ->
                    new SeedArticle(
                        seed.file(),
                        SeedArticle.folded(seed.headline()),
                        seed.authors(),
                        seed.newspaper(),
                        seed.day(),
                        seed.page()))
                .toList());
  }

  @Test
  void theServiceSearchesByItselfAfterItsStart() {
    await()
        .atMost(PATIENCE)
        .until(() ->
            ServiceMetrics.sum(
                    SharedPipeline.get().index(),
                    line -> line.startsWith("wenliu_index_search_first_total"))
                > 0);
  }

  @Test
  void aSearchMarksItsWordsInHeadlineAndBody() {
    // When
    JsonNode answer =
        api.search(Map.of("q", "人工智能 国际治理", "newspaper", "人民日报", "size", "50")).body();

    // Then
    // Other tests submit the same page again: the sample's own article may stand under theirs.
    JsonNode hit =
        answer
            .path("hits")
            .valueStream()
            .filter(candidate -> candidate.path("headline").asString().contains("国际治理"))
            .findFirst()
            .orElseThrow();
    // Words that stand side by side are marked as one.
    assertThat(hit.at("/highlights/headline").asString()).contains("\uE000人工智能国际治理\uE001");
    assertThat(hit.at("/highlights/body"))
        .isNotEmpty()
        .allSatisfy(part -> assertThat(part.asString()).contains("\uE000"));
  }

  @Test
  void aNameFindsTheArticlesOfItsAuthor() {
    // When
    JsonNode hits = api.search(Map.of("author", "蔡翠红")).body().path("hits");

    // Then
    assertThat(hits).isNotEmpty();
    assertThat(hits)
        .allSatisfy(hit -> assertThat(hit.path("authors").get(0).asString()).isEqualTo("蔡翠红"));
  }

  @Test
  void facetsCountTheNewspapers() {
    // When
    JsonNode facets = api.search(Map.of("q", "人工智能", "facets", "true")).body().path("facets");

    // Then
    assertThat(facets.path("newspaper"))
        .anySatisfy(bucket -> {
          assertThat(bucket.path("value").asString()).isEqualTo("人民日报");
          assertThat(bucket.path("count").asInt()).isGreaterThanOrEqualTo(3);
        });
  }

  @Test
  void theJourneyTellsEachStageOfEachArticle() {
    // When
    JsonNode journey = api.journey(document(SampleDocuments.RURAL_REFORM)).body();

    // Then
    assertThat(journey.path("source").asString()).isEqualTo(newsroom.source());
    assertThat(journey.path("expectedArticles").asInt()).isEqualTo(2);
    assertThat(journey.path("articles"))
        .hasSize(2)
        .allSatisfy(article -> {
          assertThat(article.path("state").asString()).isEqualTo("searchable");
          assertThat(article.path("indexedAt").asString()).isNotBlank();
        });
    assertThat(journey.path("searchableAt").asString())
        .isGreaterThan(journey.path("receivedAt").asString());
  }

  @Test
  void thePagesPushedAgainChangeNothing() {
    // Given
    IndexContents index = IndexContents.ofSharedPipeline();
    Map<String, Long> before = index.alive(newsroom.source());
    SampleDocument sentinel =
        SampleDocuments.ofText("sentinel.txt", SampleDocuments.SHORT_PAGE.text());

    // When
    SampleDocuments.SEEDS.forEach(seed -> newsroom.pushFile(seed, 1));
    try (Newsroom other = Newsroom.ofSharedPipeline(Names.unique("sentinel"))) {
      other.pushFile(sentinel, 1);
      other.flush();
      newsroom.flush();
      await()
          .atMost(PATIENCE)
          .until(() -> api.state(other.document(sentinel.name())).equals("searchable"));
    }

    // Then
    await()
        .during(Duration.ofSeconds(3))
        .until(() -> index.alive(newsroom.source()).equals(before));
    assertThat(before).hasSize(SeedArticle.ALL.size());
  }

  private static DocumentId document(SampleDocument seed) {
    return newsroom.document(seed.name());
  }

  /// A page may leave its year open; month and day are what it states.
  private static @org.jspecify.annotations.Nullable String dayOf(
      @org.jspecify.annotations.Nullable String published) {
    return published == null ? null : published.substring(published.length() - 5);
  }
}
