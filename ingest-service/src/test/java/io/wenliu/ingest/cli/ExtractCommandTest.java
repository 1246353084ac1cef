package io.wenliu.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.ingest.page.PageReconstructor;
import io.wenliu.kafka.stage.TransientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractCommandTest {
  private static final String PAGE =
      """
      # 水库加固工程提前完工

      ——一线见闻

      □ 赵一鸣

      红旗水库加固工程昨天提前完工。

      （原载3月1日《江城日报》）
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path page = Path.of("");

  @BeforeEach
  void writePage() throws IOException {
    page = Files.writeString(folder.resolve("page.txt"), PAGE);
  }

  @Test
  void everyArticleIsOneLineOfJson() {
    // When
    int status = run(page.toString());

    // Then
    assertThat(status).isZero();
    JsonNode article = JsonMapper.builder().build().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(article.propertyNames())
        .containsExactly(
            "file",
            "title",
            "subtitle",
            "kicker",
            "authors",
            "affiliation",
            "issuers",
            "agency",
            "dateline",
            "source",
            "page",
            "published",
            "publishedInferred",
            "documentDate",
            "headings",
            "outline",
            "paragraphs",
            "captions");
    assertThat(article.get("file").asString()).isEqualTo(page.toString());
    assertThat(article.get("title").asString()).isEqualTo("水库加固工程提前完工");
    assertThat(article.get("subtitle").asString()).isEqualTo("一线见闻");
    assertThat(article.get("authors").get(0).asString()).isEqualTo("赵一鸣");
    assertThat(article.get("published").asString()).isEqualTo("--03-01");
    assertThat(article.get("kicker").isNull()).isTrue();
  }

  @Test
  void explainGivesEveryLineItsArticleRoleAndReason() {
    // When
    int status = run("--explain", page.toString());

    // Then
    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("5\t文章1\t署名\t□ 赵一鸣\t署名格式")
        .contains("9\t文章1\t出处");
  }

  @Test
  void aFileThatFailsIsOneLineAndTheOthersAreStillDone() throws IOException {
    // Given
    Path garbled =
        Files.write(folder.resolve("garbled.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    // When
    int status = run(folder.resolve("missing.txt").toString(), garbled.toString(), page.toString());

    // Then
    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  @Test
  void aFileForWhichNoParserStartsIsOneLineAndTheOthersAreStillDone() {
    // Given
    PageSource source =
        file -> {
          if (file.endsWith("large.pdf")) {
            throw new TransientException("no parser can be started", null);
          }
          return List.of(Files.readString(file));
        };

    // When
    int status = run(source, folder.resolve("large.pdf").toString(), page.toString());

    // Then
    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("large.pdf", "no parser can be started");
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  @Test
  void withoutFilesTheUsageIsShown() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("用法");
  }

  private int run(String... args) {
    return run(file -> List.of(Files.readString(file)), args);
  }

  private int run(PageSource source, String... args) {
    return new ExtractCommand(source, new PageReconstructor())
        .run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
