package io.wenliu.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.testkit.Names;
import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Submissions by HTTP, through the gateway.
class HttpSubmissionIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static Api api;

  @BeforeAll
  static void findTheGateway() {
    api = Api.ofSharedPipeline();
  }

  static SampleDocument[] files() {
    return new SampleDocument[] {
      SampleDocuments.SHORT_PAGE,
      SampleDocuments.inGbk(SampleDocuments.SHORT_PAGE),
      SampleDocuments.inGb18030(SampleDocuments.SHORT_PAGE),
      SampleDocuments.inUtf8WithMark(SampleDocuments.SHORT_PAGE),
      SampleDocuments.inUtf16WithMark(SampleDocuments.SHORT_PAGE),
      SampleDocuments.inUtf16LittleEndian(SampleDocuments.SHORT_PAGE),
      SampleDocuments.inUtf16BigEndian(SampleDocuments.SHORT_PAGE),
      SampleDocuments.withWindowsLineEnds(SampleDocuments.SHORT_PAGE),
      SampleDocuments.asDocx(SampleDocuments.SHORT_PAGE),
      SampleDocuments.asHtml(SampleDocuments.SHORT_PAGE),
      SampleDocuments.asPdf(SampleDocuments.SHORT_PAGE)
    };
  }

  @ParameterizedTest
  @MethodSource("files")
  void anUploadedFileOfAnyKindBecomesTheSameArticle(SampleDocument file) {
    // Given
    String source = Names.unique("upload");

    // When
    Api.Answer answer = upload(source, file);

    // Then
    assertThat(answer.status()).isEqualTo(202);
    JsonNode article = awaitOnlyArticle(DocumentId.of(source, file.name()));
    assertThat(article.path("headline").asString()).isEqualTo(SampleDocuments.SHORT_HEADLINE);
    assertThat(article.path("authors").get(0).asString()).isEqualTo(SampleDocuments.SHORT_AUTHOR);
    assertThat(article.path("newspaper").asString()).isEqualTo("青山周报");
    assertThat(article.path("published").asString()).isEqualTo("2025-03-18");
    assertThat(article.path("page").asString()).isEqualTo("3");
  }

  @Test
  void theAnswerTellsWhereTheJourneyIs() {
    // Given
    String source = Names.unique("raw");

    // When
    Api.Answer answer =
        api.submit(
            "text/plain",
            SampleDocuments.SHORT_PAGE.bytes(),
            Map.of("X-Wenliu-Source", source, "X-Wenliu-Id", "3"));

    // Then
    DocumentId document = DocumentId.of(source, "3");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("documentId").asString()).isEqualTo(document.value());
    assertThat(answer.location()).endsWith("/api/v1/submissions/" + document);
    awaitOnlyArticle(document);
  }

  @Test
  void aReadyArticleNeedsNoPageReconstruction() {
    // Given
    String source = Names.unique("envelope");
    byte[] envelope =
        ContractJson.write(InventedNews.submission(source, "wire-9", 1L, InventedNews.article(9)));

    // When
    Api.Answer answer = api.submit("application/json", envelope, Map.of());

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(awaitOnlyArticle(DocumentId.of(source, "wire-9")).path("paragraphs")).hasSize(3);
  }

  @Test
  void aBrokenEnvelopeIsRefusedWithAReason() {
    // When
    Api.Answer answer =
        api.submit(
            "application/json", "{\"source\":\"a b\",\"content\":{}}".getBytes(UTF_8), Map.of());

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("title").asString()).isNotBlank();
    assertThat(answer.body().path("detail").asString()).isNotBlank();
  }

  @Test
  void anUnknownDocumentHasNoJourney() {
    assertThat(api.journey(DocumentId.of("nobody", "nothing")).status()).isEqualTo(404);
  }

  private static JsonNode awaitOnlyArticle(DocumentId document) {
    await().atMost(PATIENCE).until(() -> api.state(document).equals("searchable"));
    JsonNode articles = api.journey(document).body().path("articles");
    assertThat(articles).hasSize(1);
    return api.article(articles.get(0).path("id").asString()).body().path("article");
  }

  /// A multipart form (RFC 7578) as a browser sends it.
  private static Api.Answer upload(String source, SampleDocument file) {
    String boundary = "----wenliu-boundary";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    field(body, boundary, "source", source);
    field(body, boundary, "id", file.name());
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.name()
                + "\"\r\nContent-Type: "
                + file.contentType()
                + "\r\n\r\n")
            .getBytes(UTF_8));
    body.writeBytes(file.bytes());
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
    return api.submit("multipart/form-data; boundary=" + boundary, body.toByteArray(), Map.of());
  }

  private static void field(
      ByteArrayOutputStream body, String boundary, String name, String value) {
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"\r\n\r\n"
                + value
                + "\r\n")
            .getBytes(UTF_8));
  }
}
