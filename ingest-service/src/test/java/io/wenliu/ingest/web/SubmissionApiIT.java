package io.wenliu.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Claim;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.testkit.KafkaRecords;
import io.wenliu.testkit.NeedsKafka;
import io.wenliu.testkit.SampleDocuments;
import io.wenliu.testkit.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@NeedsKafka
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "wenliu.kafka.partitions=2",
      "wenliu.ingest.max-file-size=2MB",
      "wenliu.claim-store.max-size=1MB"
    })
class SubmissionApiIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path claimDirectory;

  @LocalServerPort int port;
  @Autowired ClaimStore claims;

  @DynamicPropertySource
  static void claimStore(DynamicPropertyRegistry registry) {
    registry.add("wenliu.claim-store.dir", () -> claimDirectory.toString());
  }

  @Test
  void aFileAsTheBodyIsAcceptedWithItsJourneysAddress() throws Exception {
    // Given
    String id = UUID.randomUUID().toString();

    // When
    HttpResponse<String> answer =
        send(
            to("/submissions?id=" + id + "&filename=%E5%A4%9C%E6%A0%A1.txt")
                .header("X-Wenliu-Source", "cms")
                .header("X-Wenliu-Version", "5")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(SampleDocuments.SHORT_PAGE.bytes())));

    // Then
    DocumentId document = DocumentId.of("cms", id);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location"))
        .contains("/api/v1/submissions/" + document.value());
    JsonNode body = json(answer);
    assertThat(body.path("documentId").asString()).isEqualTo(document.value());
    assertThat(body.path("source").asString()).isEqualTo("cms");
    assertThat(body.path("id").asString()).isEqualTo(id);
    assertThat(body.path("journey").asString())
        .isEqualTo("/api/v1/submissions/" + document.value());
  }

  @Test
  void aFormMayBringSeveralFiles() throws Exception {
    // Given
    MultipartForm form =
        new MultipartForm()
            .field("source", "cms")
            .file(SampleDocuments.SHORT_PAGE)
            .file(SampleDocuments.asPdf(SampleDocuments.SHORT_PAGE));

    // When
    HttpResponse<String> answer = send(form.in(to("/submissions")));

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    JsonNode body = json(answer);
    assertThat(body.path("submissions").size()).isEqualTo(2);
    assertThat(body.path("documentId").asString())
        .isEqualTo(DocumentId.ofContent("cms", SampleDocuments.SHORT_PAGE.bytes()).value());
  }

  @Test
  void filesOfAFormThatShareAnIdNeedNamesOfTheirOwn() throws Exception {
    // Given
    String id = UUID.randomUUID().toString();

    // When
    HttpResponse<String> good = sendForm(id, "", named("a.txt"), named("b.txt"));
    HttpResponse<String> alike = sendForm(id, "", named("a.txt"), named("x/a.txt"));
    HttpResponse<String> empty = sendForm(id, "", named("a.txt"), named(""));
    HttpResponse<String> field = sendForm(id, "", named("a.txt"), "");

    // Then
    assertThat(good.statusCode()).isEqualTo(202);
    assertThat(json(good).path("submissions").findValuesAsString("documentId"))
        .containsExactly(
            DocumentId.of("cms", id + "/a.txt").value(),
            DocumentId.of("cms", id + "/b.txt").value());
    assertThat(List.of(alike, empty, field))
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).isEqualTo(400);
          assertThat(json(answer).path("detail").asString()).containsAnyOf("各自的文件名", "filename");
        });
  }

  @Test
  void ofAFormNothingIsAcceptedWhereOneOfItsFilesIsRefused() throws Exception {
    // Given
    String id = UUID.randomUUID().toString();

    // When
    HttpResponse<String> answer = sendForm(id, "", named("a.txt"), named("b.png"));

    // Then
    assertThat(answer.statusCode()).isEqualTo(415);
    String first = DocumentId.of("cms", id + "/a.txt").value();
    assertThat(
            KafkaRecords.committed(TestServers.kafka())
                .read(
                    Topics.SUBMISSIONS,
                    0,
                    record ->
                        record.key() != null && first.equals(new String(record.key(), UTF_8))))
        .isEmpty();
  }

  @Test
  void anIdempotencyKeyHoldsForAForm() throws Exception {
    // Given
    String id = UUID.randomUUID().toString();
    String key = UUID.randomUUID().toString();

    // When
    HttpResponse<String> once = sendForm(id, key, named("a.txt"), named("b.txt"));
    HttpResponse<String> twice = sendForm(id, key, named("a.txt"), named("b.txt"));
    HttpResponse<String> other = sendForm(id, key, named("a.txt"));

    // Then
    assertThat(once.statusCode()).isEqualTo(202);
    assertThat(twice.body()).isEqualTo(once.body());
    assertThat(other.statusCode()).isEqualTo(422);
    List<String> arrivals =
        KafkaRecords.committed(TestServers.kafka())
            .read(
                Topics.SUBMISSIONS, 4, record -> header(record, "ce_subject").startsWith(id + "/"))
            .stream()
            .map(record -> header(record, "ce_receivedat"))
            .toList();
    assertThat(arrivals).hasSize(4).containsOnly(arrivals.getFirst()).doesNotContain("");
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  private static String named(String file) {
    return "; filename=\"" + file + "\"";
  }

  /// @param key none where it is empty
  /// @param files how each part says its name
  private HttpResponse<String> sendForm(String id, String key, String... files) throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    MultipartForm form = new MultipartForm().field("source", "cms").field("id", id);
    for (String file : files) {
      boolean picture = file.contains("png");
      byte[] content = picture ? png : SampleDocuments.SHORT_PAGE.bytes();
      form.part(file, picture ? "image/png" : "text/plain", content);
    }
    return send(form.in(to("/submissions").header("Idempotency-Key", key)));
  }

  @Test
  void theEnvelopeIsAcceptedAndABrokenOneIsExplained() throws Exception {
    // Given
    String id = UUID.randomUUID().toString();
    String envelope =
        "{\"source\":\"cms\",\"id\":\""
            + id
            + "\",\"content\":{\"kind\":\"pages\",\"pages\":[{\"text\":\"夜校开课\"}]}}";

    // When
    HttpResponse<String> accepted = postJson(envelope, "zh");
    HttpResponse<String> broken = postJson(envelope.replace("\"cms\"", "\"c m s\""), "zh");
    HttpResponse<String> inEnglish = postJson("{", "en-GB");

    // Then
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(json(accepted).path("documentId").asString())
        .isEqualTo(DocumentId.of("cms", id).value());
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(broken).path("title").asString()).isEqualTo("请求有误");
    assertThat(json(inEnglish).path("title").asString()).isEqualTo("Bad Request");
  }

  @Test
  void theSameIdempotencyKeyIsAnsweredAlikeAndOtherContentUnderItIsRefused() throws Exception {
    // Given
    String key = UUID.randomUUID().toString();
    HttpRequest.Builder first =
        to("/submissions")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(SampleDocuments.SHORT_PAGE.bytes()));
    HttpRequest.Builder other =
        to("/submissions").header("Idempotency-Key", key).POST(BodyPublishers.ofString("别的"));

    // When
    HttpResponse<String> once = send(first);
    HttpResponse<String> twice = send(first);
    HttpResponse<String> conflicting = send(other);

    // Then
    assertThat(once.statusCode()).isEqualTo(202);
    assertThat(twice.body()).isEqualTo(once.body());
    assertThat(conflicting.statusCode()).isEqualTo(422);
  }

  @Test
  void whatIsTooLargeEmptyOrOfAnotherTypeIsRefused() throws Exception {
    // Given
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    byte[] large = "长".repeat(800_000).getBytes(UTF_8);

    // When
    HttpResponse<String> picture = send(to("/submissions").POST(BodyPublishers.ofByteArray(png)));
    HttpResponse<String> tooLarge =
        send(to("/submissions").POST(BodyPublishers.ofByteArray(large)));
    HttpResponse<String> empty = send(to("/submissions").POST(BodyPublishers.noBody()));

    // Then
    assertThat(picture.statusCode()).isEqualTo(415);
    assertThat(json(picture).path("detail").asString()).contains("application/pdf");
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(empty.statusCode()).isEqualTo(400);
  }

  @Test
  void whileTheClaimStoreIsFullLargeFilesAreToldToComeAgainAndSmallOnesAreTaken() throws Exception {
    // Given
    Claim all = claims.put(new byte[1_000_000]);
    String large = "渔".repeat(320_000);

    // When
    HttpResponse<String> refused = submit(large);
    HttpResponse<String> small = submit("渔");

    // Then
    assertThat(refused.statusCode()).isEqualTo(507);
    assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    assertThat(json(refused).path("detail").asString()).contains("空间已满");
    assertThat(small.statusCode()).isEqualTo(202);
    claims.delete(all);
  }

  private HttpResponse<String> submit(String text) throws Exception {
    return send(
        to("/submissions?filename=full.txt")
            .header("X-Wenliu-Source", "cms")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(text)));
  }

  @Test
  void aWithdrawalIsAcceptedForAnUnknownDocumentToo() throws Exception {
    // Given
    DocumentId unknown = DocumentId.of("cms", UUID.randomUUID().toString());

    // When
    HttpResponse<String> answer = send(to("/documents/" + unknown.value()).DELETE());
    HttpResponse<String> noId = send(to("/documents/page-1").DELETE());

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(noId.statusCode()).isEqualTo(400);
  }

  @Test
  void submitterSubmitsAsItsOwnSourcesOnlyHoweverItNamesThem() throws Exception {
    // Given
    String envelope =
        "{\"source\":\"cms\",\"id\":\"1\",\"content\":{\"kind\":\"pages\",\"pages\":[{\"text\":\"夜校\"}]}}";
    MultipartForm form =
        new MultipartForm().field("source", "cms").file(SampleDocuments.SHORT_PAGE);

    // When
    HttpResponse<String> byEnvelope =
        send(
            from("submitter", "wire", "/submissions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(envelope)));
    HttpResponse<String> byForm = send(form.in(from("submitter", "wire", "/submissions")));
    HttpResponse<String> byQuery = send(file(from("submitter", "wire", "/submissions?source=cms")));
    HttpResponse<String> byHeader =
        send(file(from("submitter", "wire", "/submissions").header("X-Wenliu-Source", "cms")));
    HttpResponse<String> several = send(file(from("submitter", "wire,cms", "/submissions")));
    HttpResponse<String> own = send(file(from("submitter", "wire", "/submissions")));
    HttpResponse<String> operator = send(file(from("operator", "*", "/submissions?source=cms")));

    // Then
    assertThat(List.of(byEnvelope, byForm, byQuery, byHeader, several))
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).isEqualTo(403);
          assertThat(json(answer).path("detail").asString()).contains("desk-key", "wire");
        });
    assertThat(own.statusCode()).isEqualTo(202);
    assertThat(json(own).path("source").asString()).isEqualTo("wire");
    assertThat(operator.statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cloudevents+json",
        "Application/CloudEvents+JSON; charset=UTF-8",
        "application/cloudevents+jsonx",
        "application/cloudevents-batch+json"
      })
  void anEventThatWouldNameItsSourceItselfIsNoFile(String type) throws Exception {
    // Given
    String event =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/cms\","
            + "\"type\":\"io.wenliu.document.withdrawn.v1\",\"data\":{\"document\":\""
            + DocumentId.of("cms", "1")
            + "\",\"source\":\"cms\",\"withdrawnAt\":\"2025-03-18T00:00:00Z\"}}";
    MultipartForm form = new MultipartForm().part(named("page.txt"), type, event.getBytes(UTF_8));

    // When
    HttpResponse<String> asTheBody =
        send(
            from("submitter", "wire", "/submissions?filename=page.txt")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(event)));
    HttpResponse<String> asAPart = send(form.in(from("submitter", "wire", "/submissions")));

    // Then
    assertThat(List.of(asTheBody, asAPart))
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).isEqualTo(415);
          assertThat(json(answer).path("detail").asString()).contains("CloudEvents");
        });
  }

  @Test
  void submitterWithdrawsWhatItCanNameAsItsOwn() throws Exception {
    // Given
    String own = "/documents/" + DocumentId.of("wire", "第3版");
    String file = "/documents/" + DocumentId.ofContentHash("wire", "0a".repeat(32));
    String others = "/documents/" + DocumentId.of("cms", "第3版");
    String name = "?id=%E7%AC%AC3%E7%89%88";

    // When, Then
    assertThat(withdrawal("submitter", "wire", own + name)).isEqualTo(202);
    assertThat(withdrawal("submitter", "*", own + name + "&x=", "wire")).isEqualTo(202);
    assertThat(withdrawal("submitter", "wire", file + "?sha256=" + "0A".repeat(32))).isEqualTo(202);
    assertThat(withdrawal("operator", "*", others)).isEqualTo(202);
    assertThat(withdrawal("submitter", "wire", own)).isEqualTo(403);
    assertThat(withdrawal("submitter", "wire", own + "?id=other")).isEqualTo(403);
    assertThat(withdrawal("submitter", "wire", others + name)).isEqualTo(403);
    assertThat(withdrawal("submitter", "wire", others + name, "cms")).isEqualTo(403);
    assertThat(withdrawal("reader", "", others + name, "cms")).isEqualTo(403);
  }

  @Test
  void healthTellsReadinessByKafkaAndMetricsAreThere() throws Exception {
    // When
    HttpResponse<String> ready = actuator("/health/readiness");
    HttpResponse<String> live = actuator("/health/liveness");
    HttpResponse<String> metrics = actuator("/prometheus");

    // Then
    assertThat(ready.body()).contains("UP");
    assertThat(live.body()).contains("UP");
    assertThat(metrics.body())
        .contains("wenliu_stage_lag{")
        .contains("wenliu_stage_latency_seconds")
        .contains("kafka_consumer_fetch_manager_records_lag_max");
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
  }

  /// As the gateway passes a caller's request on.
  private HttpRequest.Builder from(String roles, String sources, String path) {
    return to(path)
        .header("X-Wenliu-Caller", "desk-key")
        .header("X-Wenliu-Caller-Roles", roles)
        .header("X-Wenliu-Caller-Sources", sources);
  }

  private static HttpRequest.Builder file(HttpRequest.Builder request) {
    return request
        .header("Content-Type", "text/plain")
        .POST(BodyPublishers.ofByteArray(SampleDocuments.SHORT_PAGE.bytes()));
  }

  private int withdrawal(String roles, String sources, String path) throws Exception {
    return send(from(roles, sources, path).DELETE()).statusCode();
  }

  private int withdrawal(String roles, String sources, String path, String source)
      throws Exception {
    return send(from(roles, sources, path).header("X-Wenliu-Source", source).DELETE()).statusCode();
  }

  private HttpResponse<String> actuator(String path) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator" + path)));
  }

  private HttpResponse<String> postJson(String body, String language) throws Exception {
    return send(
        to("/submissions")
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ContractJson.mapper().readTree(answer.body());
  }
}
