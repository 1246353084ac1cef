package io.wenliu.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.Blob;
import io.wenliu.contract.Claim;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Sha256;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Submission;
import io.wenliu.contract.SubmittedContent;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.claims.StoredClaim;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.testkit.NeedsKafka;
import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import io.wenliu.testkit.TestServers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NeedsKafka
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wenliu.kafka.partitions=2")
class SubmissionsIT {

  private static final String SUBMISSION = "io.wenliu.submission.v1";

  @TempDir static Path claimDirectory;

  @Autowired ClaimStore claims;

  private KafkaTopic kafka = new KafkaTopic("", new NoClaims());

  @DynamicPropertySource
  static void claimStore(DynamicPropertyRegistry registry) {
    registry.add("wenliu.claim-store.dir", () -> claimDirectory.toString());
  }

  @BeforeEach
  void connect() {
    kafka = new KafkaTopic(TestServers.kafka(), claims);
  }

  @Test
  void aSeedPagePushedAsRawBytesBecomesArticlesThenItsLinesThenTheirManifest() {
    // Given
    SampleDocument page = SampleDocuments.HISTORIC_OPPORTUNITY;
    String name = UUID.randomUUID() + ".txt";
    DocumentId document = DocumentId.of("demo-newsroom", name);

    // When
    kafka.send(
        Topics.SUBMISSIONS,
        null,
        page.bytes(),
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", "1",
            "ce_type", "io.wenliu.file.v1",
            "ce_source", "/demo-newsroom",
            "ce_subject", name,
            "content-type", "text/plain"));

    // Then
    List<PipelineMessage> messages = kafka.messages(Topics.ARTICLES, document.value(), 3);
    DocumentManifest manifest = (DocumentManifest) messages.getLast();
    DocumentPages pages = (DocumentPages) messages.get(messages.size() - 2);
    List<ArticleExtracted> articles =
        messages.stream().limit(messages.size() - 2).map(ArticleExtracted.class::cast).toList();
    assertThat(pages.version()).isEqualTo(manifest.version());
    assertThat(pages.pages()).hasSize(1);
    List<DocumentPages.Line> lines = pages.pages().getFirst().lines();
    assertThat(lines)
        .extracting(DocumentPages.Line::number)
        .containsExactlyElementsOf(numbersOfLines(page.text()));
    for (ArticleExtracted article : articles) {
      assertThat(lines)
          .filteredOn(line -> article.id().equals(line.article()))
          .filteredOn(line -> line.role() == DocumentPages.Role.TITLE)
          .extracting(DocumentPages.Line::text)
          .allSatisfy(title ->
              assertThat(article.article().headline().replace(" ", ""))
                  .contains(title.replace(" ", "")));
    }
    assertThat(articles).isNotEmpty();
    assertThat(manifest.articles())
        .containsExactlyElementsOf(articles.stream().map(ArticleExtracted::id).toList());
    assertThat(manifest.source()).isEqualTo("demo-newsroom");
    assertThat(manifest.ownId()).isEqualTo(name);
    assertThat(manifest.contentType()).isEqualTo("text/plain");
    assertThat(articles)
        .anySatisfy(article -> assertThat(article.article().headline()).contains("抢抓人工智能发展的历史性机遇"));
    assertThat(manifest.version()).isEqualTo(Version.ofTime(manifest.receivedAt()));

    List<JourneyEvent> journey =
        kafka.messages(Topics.JOURNEY, document.value(), articles.size() + 2).stream()
            .map(JourneyEvent.class::cast)
            .toList();
    assertThat(journey)
        .extracting(JourneyEvent::step)
        .startsWith(JourneyEvent.Step.RECEIVED)
        .endsWith(JourneyEvent.Step.EXTRACTED)
        .hasSize(articles.size() + 2);
    assertThat(journey.getFirst().at()).isEqualTo(manifest.receivedAt());
  }

  /// Of those that are not blank, from 1.
  private static List<Integer> numbersOfLines(String page) {
    List<String> lines = page.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).isBlank())
        .mapToObj(i -> i + 1)
        .toList();
  }

  @Test
  void theBrokersTimeIsTheVersionAndTravelsInAHeader() {
    // Given
    String key = UUID.randomUUID().toString();
    DocumentId document = DocumentId.of("kafka", key);

    // When
    kafka.send(Topics.SUBMISSIONS, key, SampleDocuments.SHORT_PAGE.bytes(), Map.of("id", key));

    // Then
    InboundRecord article = kafka.records(Topics.ARTICLES, document.value(), 2).getFirst();
    Instant appended = kafka.records(Topics.SUBMISSIONS, key, 1).getFirst().timestamp();
    assertThat(article.receivedAt()).isEqualTo(appended);
    DocumentManifest manifest = manifest(document);
    assertThat(manifest.version()).isEqualTo(Version.ofTime(appended));
  }

  static Stream<SubmittedContent> envelopes() {
    Article article =
        new Article(
            "夜校开课",
            null,
            null,
            List.of("林晓雨"),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            List.of(),
            List.of("青山村夜校今天开课。"),
            List.of());
    return Stream.of(
        new SubmittedContent.ReadyArticle(article),
        new SubmittedContent.Pages(
            List.of(new SubmittedContent.Page("3", SampleDocuments.SHORT_PAGE.text()))),
        new SubmittedContent.File(
            "夜校.docx",
            null,
            Blob.of(SampleDocuments.asDocx(SampleDocuments.SHORT_PAGE).bytes()),
            null),
        new SubmittedContent.File(
            null, null, Blob.of(SampleDocuments.asPdf(SampleDocuments.SHORT_PAGE).bytes()), null));
  }

  @ParameterizedTest
  @MethodSource("envelopes")
  void theEnvelopeIsTakenInBinaryAndInStructuredMode(SubmittedContent content) {
    // Given
    String id = UUID.randomUUID().toString();
    byte[] json = ContractJson.write(new Submission("cms", id, 7L, null, content));
    byte[] structured =
        ("{\"specversion\":\"1.0\",\"id\":\"2\",\"source\":\"/x\",\"type\":\""
                + SUBMISSION
                + "\",\"data\":"
                + new String(json, UTF_8).replace("\"version\":7", "\"version\":8")
                + "}")
            .getBytes(UTF_8);
    DocumentId document = DocumentId.of("cms", id);

    // When
    kafka.send(
        Topics.SUBMISSIONS,
        document.value(),
        json,
        Map.of("ce_type", SUBMISSION, "content-type", "application/json"));
    kafka.send(
        Topics.SUBMISSIONS,
        document.value(),
        structured,
        Map.of("content-type", "application/cloudevents+json; charset=utf-8"));

    // Then
    boolean ready = content instanceof SubmittedContent.ReadyArticle;
    List<DocumentManifest> manifests = new ArrayList<>();
    int pages = 0;
    for (PipelineMessage message :
        kafka.messages(Topics.ARTICLES, document.value(), ready ? 4 : 6)) {
      if (message instanceof DocumentManifest manifest) {
        manifests.add(manifest);
      } else if (message instanceof DocumentPages) {
        pages++;
      }
    }
    assertThat(pages).isEqualTo(ready ? 0 : 2);
    assertThat(manifests)
        .extracting(manifest -> manifest.version().content())
        .containsExactly(7L, 8L);
    assertThat(manifests.get(0).articles()).hasSize(1).isEqualTo(manifests.get(1).articles());
  }

  @Test
  void rawBytesInAStructuredEventAreTakenAsAFile() {
    // Given
    String id = UUID.randomUUID().toString();
    String event =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"com.example.page\",\"source\":\"/old cms\","
            + "\"subject\":\""
            + id
            + "\",\"time\":\"2025-03-18T08:00:00+08:00\",\"datacontenttype\":\"text/plain\","
            + "\"data_base64\":\""
            + Base64.getEncoder()
                .encodeToString(SampleDocuments.inGbk(SampleDocuments.SHORT_PAGE).bytes())
            + "\"}";
    DocumentId document =
        DocumentId.of("old-cms-" + Sha256.hex("old cms".getBytes(UTF_8)).substring(0, 8), id);

    // When
    kafka.send(
        Topics.SUBMISSIONS,
        null,
        event.getBytes(UTF_8),
        Map.of("content-type", "application/cloudevents+json"));

    // Then
    DocumentManifest manifest = manifest(document);
    assertThat(manifest.version()).isEqualTo(Version.ofTime(Instant.parse("2025-03-18T00:00:00Z")));
  }

  @Test
  void bytesWithoutAnyHeaderAreNamedByTheirContent() {
    // Given
    byte[] page =
        (SampleDocuments.SHORT_PAGE.text() + "\n（编号" + UUID.randomUUID() + "）").getBytes(UTF_8);
    DocumentId document = DocumentId.ofContent("kafka", page);

    // When
    kafka.send(Topics.SUBMISSIONS, null, page, Map.of());

    // Then
    assertThat(manifest(document).ownId()).isNull();
  }

  @Test
  void aFileInTheClaimStoreIsTakenAndALargeArticleLeavesByReference() {
    // Given
    String text = SampleDocuments.SHORT_PAGE.text() + "很长的一段。".repeat(80_000);
    Claim claim = claims.put(text.getBytes(UTF_8));
    DocumentId document = DocumentId.ofContentHash("cms", claim.sha256());
    Submission submission =
        new Submission(
            "cms",
            null,
            null,
            null,
            new SubmittedContent.File("long.txt", "text/plain", null, claim));

    // When
    kafka.send(
        Topics.SUBMISSIONS,
        document.value(),
        ContractJson.write(submission),
        Map.of("ce_type", SUBMISSION, "content-type", "application/json"));

    // Then
    List<InboundRecord> records = kafka.records(Topics.ARTICLES, document.value(), 2);
    assertThat(records).as("its lines are too many to be kept").hasSize(2);
    assertThat(records.getFirst().header("ce_dataref")).isPresent();
    ArticleExtracted article =
        (ArticleExtracted) kafka.messages(Topics.ARTICLES, document.value(), 2).getFirst();
    assertThat(article.article().text().length()).isGreaterThan(400_000);
  }

  @Test
  void aWithdrawalIsPassedOnInItsPlace() {
    // Given
    String id = UUID.randomUUID().toString();
    DocumentId document = DocumentId.of("cms", id);
    Map<String, String> file = Map.of("source", "cms", "id", id, "content-type", "text/plain");
    DocumentWithdrawn withdrawn =
        new DocumentWithdrawn(document, null, "cms", Instant.parse("2025-03-18T00:00:00Z"), "撤稿");

    // When
    kafka.send(Topics.SUBMISSIONS, document.value(), SampleDocuments.SHORT_PAGE.bytes(), file);
    kafka.send(
        Topics.SUBMISSIONS,
        document.value(),
        ContractJson.write(withdrawn),
        Map.of("ce_type", "io.wenliu.document.withdrawn.v1", "content-type", "application/json"));
    kafka.send(Topics.SUBMISSIONS, document.value(), SampleDocuments.SHORT_PAGE.bytes(), file);

    // Then
    List<PipelineMessage> messages = kafka.messages(Topics.ARTICLES, document.value(), 7);
    assertThat(messages)
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly(
            "ArticleExtracted",
            "DocumentPages",
            "DocumentManifest",
            "DocumentWithdrawn",
            "ArticleExtracted",
            "DocumentPages",
            "DocumentManifest");
    assertThat(messages.get(3)).isEqualTo(withdrawn);
    DocumentManifest first = (DocumentManifest) messages.get(2);
    DocumentManifest second = (DocumentManifest) messages.get(6);
    assertThat(second.version()).isGreaterThan(first.version());
  }

  @Test
  void whatCanNeverBecomeAnArticleFailsWithItsReasonAndItsNeighbourPasses() {
    // Given
    String id = UUID.randomUUID().toString();
    DocumentId picture = DocumentId.of("cms", id + "-picture");
    DocumentId badVersion = DocumentId.of("cms", id + "-bad");
    DocumentId good = DocumentId.of("cms", id);
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    // When
    kafka.send(
        Topics.SUBMISSIONS, picture.value(), png, Map.of("source", "cms", "id", id + "-picture"));
    kafka.send(
        Topics.SUBMISSIONS,
        null,
        SampleDocuments.SHORT_PAGE.bytes(),
        Map.of("source", "cms", "id", id + "-bad", "version", "-1"));
    kafka.send(
        Topics.SUBMISSIONS,
        good.value(),
        SampleDocuments.SHORT_PAGE.bytes(),
        Map.of("source", "cms", "id", id));

    // Then
    assertThat(manifest(good).articles()).hasSize(1);
    assertThat(failure(picture)).contains("image/png").contains("application/pdf");
    assertThat(failure(badVersion)).contains("版本号");
    InboundRecord letter =
        kafka.records(Topics.deadLetters(Stage.INGEST), picture.value(), 1).getFirst();
    assertThat(letter.raw().value()).isEqualTo(png);
    assertThat(letter.header("id")).contains(id + "-picture");
  }

  private String failure(DocumentId document) {
    return String.valueOf(
        kafka.messages(Topics.JOURNEY, document.value(), 1).stream()
            .map(JourneyEvent.class::cast)
            .filter(fact -> fact.step() == JourneyEvent.Step.FAILED)
            .findFirst()
            .orElseThrow()
            .reason());
  }

  private DocumentManifest manifest(DocumentId document) {
    return (DocumentManifest) kafka.messages(Topics.ARTICLES, document.value(), 3).getLast();
  }

  /// Until the store of the service is there.
  private static final class NoClaims implements ClaimStore {

    @Override
    public ClaimStore forIntake() {
      return this;
    }

    @Override
    public Instant time() {
      return Instant.EPOCH;
    }

    @Override
    public Claim put(byte[] content) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] get(Claim claim) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredClaim> list() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean deleteUnlessUsed(StoredClaim stored) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Claim claim) {
      throw new UnsupportedOperationException();
    }
  }
}
