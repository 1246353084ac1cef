package io.wenliu.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Claim;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Submission;
import io.wenliu.contract.SubmittedContent;
import io.wenliu.contract.Version;
import io.wenliu.ingest.IngestProperties;
import io.wenliu.ingest.article.ArticleCutter;
import io.wenliu.ingest.extract.AcceptedTypes;
import io.wenliu.ingest.extract.TextExtractor;
import io.wenliu.ingest.extract.TikaTextExtractor;
import io.wenliu.ingest.extract.UnextractableException;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.claims.FileClaimStore;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.stage.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class SubmissionStageTest {

  private static final int MAX_CHARACTERS = 40;
  private static final int REVISION = 5;
  private static final FileClaimStore CLAIMS = new FileClaimStore(Path.of("unused"));

  @TempDir Path directory;

  private static SubmissionStage stage(TextExtractor extractor) {
    return stage(CLAIMS, extractor);
  }

  private static SubmissionStage stage(ClaimStore claims, TextExtractor extractor) {
    return new SubmissionStage(
        new SubmissionReader(claims),
        extractor,
        new ArticleCutter(),
        new IngestProperties(
            DataSize.ofBytes(1_000_000),
            MAX_CHARACTERS,
            100,
            0,
            REVISION,
            AcceptedTypes.DEFAULTS,
            new IngestProperties.Parser(1, DataSize.ofMegabytes(64), Duration.ofSeconds(1), 1)),
        Clock.systemUTC());
  }

  @Test
  void pagesInAnEnvelopeMayHaveAsManyCharactersAsAFile() {
    // Given
    SubmissionStage stage =
        stage(new TikaTextExtractor(new AcceptedTypes(AcceptedTypes.DEFAULTS), MAX_CHARACTERS));

    // When
    Outcome most = stage.process(pages("夜校开课\n" + "好".repeat(15), "村".repeat(20)));
    Outcome more = stage.process(pages("夜校开课\n" + "好".repeat(15), "村".repeat(21)));

    // Then
    assertThat(most).asString().doesNotContain("文字超过");
    assertThat(more).isInstanceOf(Outcome.Reject.class).asString().contains("文字超过 40 个字符");
  }

  @Test
  void whatIsMadeOfASubmissionBearsTheRevisionOfTheProcessing() {
    // Given
    SubmissionStage stage =
        stage(new TikaTextExtractor(new AcceptedTypes(AcceptedTypes.DEFAULTS), MAX_CHARACTERS));

    // When
    Outcome outcome = stage.process(pages("夜校开课\n村里的夜校今晚开课。"));

    // Then
    assertThat(outcome)
        .asString()
        .contains("version=" + Version.of(1, REVISION))
        .doesNotContain("version=" + Version.of(1, 0));
  }

  @ParameterizedTest
  @CsvSource({"400000, false, true", "600000, false, false", "600000, true, false"})
  void contentsByReferenceAreTogetherNoLargerThanOneMayBe(
      int bytes, boolean inEnvelope, boolean sideBySide) throws Exception {
    // Given
    ClaimStore claims = new FileClaimStore(directory);
    Claim claim = claims.put(new byte[bytes]);
    CyclicBarrier both = new CyclicBarrier(2);
    SubmissionStage stage =
        stage(
            claims,
            (_, _, _) -> {
              throw new UnextractableException(
                  meet(both, sideBySide ? 10_000 : 300) ? "side by side" : "alone");
            });
    InboundRecord record = inEnvelope ? enveloped(claim) : byReference(claim, claims);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      // When
      List<Future<Outcome>> outcomes =
          threads.invokeAll(Collections.nCopies(2, () -> stage.process(record)));

      // Then
      for (Future<Outcome> outcome : outcomes) {
        assertThat(outcome.get()).asString().contains(sideBySide ? "side by side" : "alone");
      }
    }
  }

  private static boolean meet(CyclicBarrier both, long patienceMillis) {
    try {
      both.await(patienceMillis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | BrokenBarrierException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static InboundRecord byReference(Claim claim, ClaimStore claims) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("wenliu.submissions", 0, 0, new byte[0], new byte[0]);
    record
        .headers()
        .add(EventHeaders.DATA_REF, ("urn:sha256:" + claim.sha256()).getBytes(UTF_8))
        .add(EventHeaders.DATA_SIZE, Long.toString(claim.size()).getBytes(UTF_8));
    return new InboundRecord(record, claims);
  }

  private static InboundRecord pages(String... texts) {
    List<SubmittedContent.Page> pages =
        List.of(texts).stream().map(text -> new SubmittedContent.Page(null, text)).toList();
    return envelope(new SubmittedContent.Pages(pages));
  }

  private static InboundRecord enveloped(Claim claim) {
    return envelope(new SubmittedContent.File("page.txt", "text/plain", null, claim));
  }

  private static InboundRecord envelope(SubmittedContent content) {
    byte[] envelope = ContractJson.write(new Submission("cms", "1", 1L, null, content));
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("wenliu.submissions", 0, 0, new byte[0], envelope);
    record.headers().add(EventHeaders.TYPE, MessageType.SUBMISSION.id().getBytes(UTF_8));
    return new InboundRecord(record, CLAIMS);
  }
}
