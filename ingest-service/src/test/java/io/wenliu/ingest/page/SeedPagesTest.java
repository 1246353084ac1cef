package io.wenliu.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The five sample pages at the repository's root, against what an editor cut from them.
class SeedPagesTest {
  private static final Path SEEDS = Path.of("..", "seeds");

  private final PageScore score = score();

  @ParameterizedTest
  @CsvSource({
    "body, 0.99",
    "count, 1",
    "title, 1",
    "authors, 1",
    "subtitle, 1",
    "source, 1",
    "published, 1",
    "captions, 1",
    "furniture, 1",
    "headings, 0.97"
  })
  void seedsAreCutAsAnEditorWould(String figure, double atLeast) {
    assertThat(score.figure(figure)).as(figure).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void aPolicyDocumentNamesItsIssuersAndItsDate() throws IOException {
    // When
    PageArticle policy = seed("000_1659b0c714c68776.txt").articles().getFirst();

    // Then
    assertThat(policy.issuers()).containsExactly("中共中央", "国务院");
    assertThat(policy.documentDate()).hasToString("2025-01-01");
    assertThat(policy.published()).hasToString("2025-02-23");
    assertThat(policy.publishedInferred()).isTrue();
    assertThat(policy.agency()).isEqualTo("新华社");
    assertThat(policy.dateline()).isEqualTo("新华社北京2月23日电");
    assertThat(policy.outline())
        .filteredOn(h -> h.level() == 2)
        .hasSize(30)
        .allMatch(OutlineEntry::runIn);
  }

  @Test
  void aLeadPrintedAtThePagesEndComesFirst() throws IOException {
    // When
    PageArticle article = seed("004_17c7324d0813078a.txt").articles().getFirst();

    // Then
    assertThat(article.title()).isEqualTo("抢抓人工智能发展的历史性机遇");
    assertThat(article.paragraphs().getFirst()).startsWith("党的十八大以来");
  }

  @Test
  void anOpenYearStaysOpen() throws IOException {
    // When
    PageArticle article = seed("004_17c7324d0813078a.txt").articles().getFirst();

    // Then
    assertThat(article.published()).hasToString("--02-24");
    assertThat(article.publishedInferred()).isFalse();
  }

  @Test
  void aPassageReadTwiceIsSetAside() throws IOException {
    // When
    ReconstructedPage page = seed("002_16b69693f3063b5b.txt");

    // Then
    assertThat(page.duplicates()).hasSize(1).first().asString().startsWith("在数字化转型方面成效显著");
  }

  @Test
  void affiliationsAndKickersAreRead() throws IOException {
    assertThat(seed("001_8bc52386f4285035.txt").articles())
        .extracting(PageArticle::affiliation)
        .containsExactly("中国工程院院士、鹏城实验室主任", "中共河源市委党校");
    assertThat(seed("002_16b69693f3063b5b.txt").articles().getFirst().kicker())
        .isEqualTo("深入学习贯彻习近平新时代中国特色社会主义思想");
    assertThat(seed("003_ea424a2b5c9af878.txt").articles().getFirst().page()).isEqualTo("10");
  }

  private static ReconstructedPage seed(String file) throws IOException {
    PageText page = new PageText(file, Files.readString(SEEDS.resolve(file)));
    return new PageReconstructor().reconstruct(List.of(page)).getFirst();
  }

  private static PageScore score() {
    PageScore score = new PageScore();
    try (InputStream in =
        Objects.requireNonNull(SeedPagesTest.class.getResourceAsStream("seeds-gold.json"))) {
      for (JsonNode page : JsonMapper.builder().build().readTree(in)) {
        List<PageScore.Expected> articles = new ArrayList<>();
        for (JsonNode article : page.get("articles")) {
          articles.add(expected(article));
        }
        List<String> photographers = new ArrayList<>();
        for (JsonNode caption : page.get("captions")) {
          photographers.addAll(strings(caption.get("photographers")));
        }
        score.add(
            articles,
            photographers,
            strings(page.get("furniture")),
            seed(page.get("file").asString()));
      }
      return score;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static PageScore.Expected expected(JsonNode article) {
    List<String> headings = strings(article.get("headings"));
    String body = PageScore.fold(article.get("body").asString());
    for (String heading : headings) {
      int at = body.indexOf(PageScore.fold(heading));
      body =
          at < 0
              ? body
              : body.substring(0, at) + body.substring(at + PageScore.fold(heading).length());
    }
    JsonNode open = article.get("yearOpen");
    return new PageScore.Expected(
        article.get("title").asString(),
        string(article, "subtitle"),
        strings(article.get("authors")),
        headings,
        body,
        string(article, "source"),
        string(article, "published"),
        open != null && open.asBoolean());
  }

  private static @Nullable String string(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null ? null : value.asString();
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    for (JsonNode value : array) {
      strings.add(value.asString());
    }
    return strings;
  }
}
