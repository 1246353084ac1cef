package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.encoded;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;
import static io.wenliu.index.Newsroom.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.index.formats.NinjsSchema;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WithServers
class ExportIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// More than a page.
  private static final int ARTICLES = 210;

  private static final int OF_A_DOCUMENT = 10;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<ArticleEnriched> PUBLISHED = new ArrayList<>();

  @Autowired private Newsroom newsroom;

  @BeforeEach
  void publishOnce() {
    if (!PUBLISHED.isEmpty()) {
      return;
    }
    DocumentId withdrawn = newDocument();
    newsroom.publishPage(withdrawn, version(1), article("苍耳坡撤稿", "苍耳坡的旧消息。"));
    newsroom.publish(withdrawal(withdrawn, version(1)));
    for (int first = 0; first < ARTICLES; first += OF_A_DOCUMENT) {
      PUBLISHED.addAll(
          newsroom.publishPage(
              newDocument(),
              version(1),
              IntStream.range(first, first + OF_A_DOCUMENT)
                  .mapToObj(i -> article("苍耳坡第" + i + "号", "=苍耳坡,\"第" + i + "段\"。"))
                  .toArray(Article[]::new)));
    }
    await()
        .atMost(PATIENCE)
        .until(() ->
            PUBLISHED.stream().allMatch(a -> newsroom.stateOf(a.document()).equals("searchable"))
                && newsroom.stateOf(withdrawn).equals("withdrawn"));
  }

  @Test
  void anExportHasEverythingThatMatchesOnce() throws Exception {
    // When
    HttpResponse<String> response = get("/export?q=" + encoded("苍耳坡"));

    // Then
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment", "wenliu-export.ndjson");
    List<String> ids =
        response
            .body()
            .lines()
            .map(line -> ContractJson.mapper().readTree(line).path("id").asString())
            .toList();
    assertThat(ids).hasSize(ARTICLES);
    assertThat(new HashSet<>(ids))
        .isEqualTo(new HashSet<>(PUBLISHED.stream().map(a -> a.id().value()).toList()));
  }

  @Test
  void aSpreadsheetGetsRowsWithoutFormulas() throws Exception {
    // When
    HttpResponse<String> response =
        get("/export?format=csv&bom=true&sort=newest&q=" + encoded("“苍耳坡第7号”"));

    // Then
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(response.body()).startsWith("\uFEFFid,headline,");
    assertThat(response.body().split("\r\n")).hasSize(2);
    assertThat(response.body()).contains(",苍耳坡第7号,").endsWith(",\"'=苍耳坡,\"\"第7段\"\"。\"\r\n");
  }

  @Test
  void ninjsIsExportedALineAnArticle() throws Exception {
    // When
    List<String> lines = get("/export?format=ninjs&q=" + encoded("苍耳坡")).body().lines().toList();

    // Then
    assertThat(lines).hasSize(ARTICLES);
    assertThat(lines)
        .allSatisfy(line -> {
          JsonNode item = ContractJson.mapper().readTree(line);
          assertThat(NinjsSchema.violations(item)).isEmpty();
          assertThat(item.path("standard").path("version").asString()).isEqualTo("3.1");
        });
  }

  @Test
  void aReaderWhoGoesAwayEndsTheExport() throws Exception {
    // Given
    HttpRequest request =
        HttpRequest.newBuilder(newsroom.uri("/api/v1/export?q=" + encoded("苍耳坡"))).build();

    // When
    try (InputStream body = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      assertThat(body.read()).isEqualTo('{');
    }

    // Then
    assertThat(get("/export?q=" + encoded("苍耳坡")).body().lines()).hasSize(ARTICLES);
  }

  @Test
  void theFeedHasTheNewest() throws Exception {
    // When
    HttpResponse<String> response = get("/feed.atom?size=5&q=" + encoded("苍耳坡"));

    // Then
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    assertThat(response.body().split("<entry>", -1)).hasSize(6);
    assertThat(response.body()).contains("<title>文流：苍耳坡</title>", "/articles/");
  }

  @Test
  void anArticleIsServedInTheFormThatIsAskedFor() throws Exception {
    // Given
    String path = "/articles/" + PUBLISHED.getFirst().id();

    // When
    HttpResponse<String> ninjs = get(path, "application/vnd.iptc.ninjs+json");
    HttpResponse<String> linked = get(path, "application/ld+json");
    HttpResponse<String> text = get(path, "text/plain");
    HttpResponse<String> json = get(path, "*/*");

    // Then
    assertThat(ninjs.headers().firstValue("Content-Type"))
        .hasValue("application/vnd.iptc.ninjs+json");
    assertThat(NinjsSchema.violations(ContractJson.mapper().readTree(ninjs.body()))).isEmpty();
    assertThat(linked.headers().firstValue("Content-Type")).hasValue("application/ld+json");
    assertThat(ContractJson.mapper().readTree(linked.body()).path("@type").asString())
        .isEqualTo("NewsArticle");
    assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
    assertThat(text.body()).startsWith("苍耳坡第0号\n\n青山周报");
    assertThat(ContractJson.mapper().readTree(json.body()).has("story")).isTrue();
    assertThat(get(path, "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void anUnknownFormatIsAClearProblem() throws Exception {
    assertThat(get("/export?format=xls").statusCode()).isEqualTo(400);
    assertThat(get("/export?q=" + encoded("日期:昨天")).statusCode()).isEqualTo(400);
    assertThat(get("/feed.atom?size=1000").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(path, "*/*");
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(newsroom.uri("/api/v1" + path)).header("Accept", accept).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
