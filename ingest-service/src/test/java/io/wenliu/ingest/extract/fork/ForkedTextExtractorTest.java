package io.wenliu.ingest.extract.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenliu.ingest.extract.AcceptedTypes;
import io.wenliu.ingest.extract.ExtractionLimits;
import io.wenliu.ingest.extract.TextExtractor;
import io.wenliu.ingest.extract.TextExtractorContract;
import io.wenliu.ingest.extract.UnextractableException;
import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ForkedTextExtractorTest implements TextExtractorContract {

  private static final SampleDocument PDF = SampleDocuments.asPdf(SampleDocuments.SHORT_PAGE);

  private static final ForkedTextExtractor EXTRACTOR =
      new ForkedTextExtractor(limits(100_000, 128, Duration.ofSeconds(60), 500));

  @AfterAll
  static void end() {
    EXTRACTOR.close();
  }

  @Override
  public TextExtractor extractor() {
    return EXTRACTOR;
  }

  private static ExtractionLimits limits(
      int maxCharacters, int megabytes, Duration timeLimit, int filesPerProcess) {
    return new ExtractionLimits(
        AcceptedTypes.DEFAULTS,
        maxCharacters,
        1,
        DataSize.ofMegabytes(megabytes),
        timeLimit,
        filesPerProcess);
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  @Test
  void aFileThatNeedsTooMuchMemoryFailsAndTheNextOnePasses() {
    // Given
    byte[] large = "<p>很长的一段文字，没有尽头。</p>".repeat(400_000).getBytes(StandardCharsets.UTF_8);
    try (ForkedTextExtractor extractor =
        new ForkedTextExtractor(limits(100_000_000, 64, Duration.ofSeconds(60), 500))) {

      // Then
      assertThatThrownBy(() -> extractor.extract(large, "large.html", "text/html"))
          .isInstanceOf(UnextractableException.class)
          .hasMessageContaining("内存不足");
      assertThat(extractor.extract(PDF.bytes(), PDF.name(), null).pages()).isNotEmpty();
    }
  }

  @Test
  void aFileThatTakesTooLongFailsAndItsProcessIsEnded() {
    // Given
    Set<Long> before = children();
    try (ForkedTextExtractor extractor =
        new ForkedTextExtractor(limits(100_000, 128, Duration.ofMillis(20), 500))) {

      // Then
      assertThatThrownBy(() -> extractor.extract(PDF.bytes(), PDF.name(), null))
          .isInstanceOf(UnextractableException.class)
          .hasMessageContaining("解析超过");
      Awaitility.await().untilAsserted(() -> assertThat(before).containsAll(children()));
    }
  }

  @Test
  void aProcessIsReplacedAfterItsShareOfFilesAndEndsWithTheExtractor() {
    // Given
    Set<Long> before = children();
    try (ForkedTextExtractor extractor =
        new ForkedTextExtractor(limits(100_000, 128, Duration.ofSeconds(60), 2))) {

      // When
      extractor.extract(PDF.bytes(), PDF.name(), null);
      Set<Long> first = children();
      extractor.extract(PDF.bytes(), PDF.name(), null);
      extractor.extract(PDF.bytes(), PDF.name(), null);
      Set<Long> second = children();

      // Then
      first.removeAll(before);
      second.removeAll(before);
      assertThat(first).hasSize(1);
      assertThat(second).isNotEmpty().isNotEqualTo(first);
    }
    Awaitility.await().untilAsserted(() -> assertThat(before).containsAll(children()));
  }

  @Test
  void plainTextStartsNoProcess() {
    // Given
    Set<Long> before = children();
    SampleDocument text = SampleDocuments.inUtf16LittleEndian(SampleDocuments.SHORT_PAGE);
    try (ForkedTextExtractor extractor =
        new ForkedTextExtractor(limits(100_000, 128, Duration.ofSeconds(60), 2))) {

      // When
      extractor.extract(text.bytes(), null, null);

      // Then
      assertThat(before).containsAll(children());
    }
  }
}
