package io.wenliu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionTest {

  private static final SubmittedContent PAGE =
      new SubmittedContent.Pages(List.of(new SubmittedContent.Page(null, "青山村办起夜校")));

  @Test
  void aSourceIsAShortPlainName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Submission("county daily", null, null, null, PAGE))
        .withMessageContaining("source");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Submission("d".repeat(65), null, null, null, PAGE));
    assertThat(new Submission("d".repeat(64), null, null, null, PAGE).source()).hasSize(64);
  }

  @Test
  void anOwnIdMayBeLongButNotEndless() {
    assertThat(new Submission("daily", "版".repeat(512), null, null, PAGE).id()).hasSize(512);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Submission("daily", "版".repeat(513), null, null, PAGE));
  }

  @Test
  void aBlankOwnIdIsNone() {
    assertThat(new Submission("daily", "  ", null, null, PAGE).id()).isNull();
  }

  @Test
  void aVersionNumberHasItsRange() {
    assertThat(new Submission("daily", "1", Version.MAX_CONTENT, null, PAGE).version())
        .isEqualTo(Version.MAX_CONTENT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Submission("daily", "1", Version.MAX_CONTENT + 1, null, PAGE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Submission("daily", "1", -1L, null, PAGE));
  }

  @Test
  void aFileHasEitherItsBytesOrAClaimToThem() {
    // Given
    byte[] bytes = "夜校".getBytes(StandardCharsets.UTF_8);

    // Then
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SubmittedContent.File("a.txt", null, Blob.of(bytes), Claim.to(bytes)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SubmittedContent.File("a.txt", null, null, null));
  }

  @Test
  void aClaimNamesContentAndNeverAPlace() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Claim("../../etc/passwd", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Claim("http://169.254.169.254/", 1));
    assertThat(Claim.to(new byte[3]).size()).isEqualTo(3);
  }

  @Test
  void anArticleWithNeitherHeadlineNorTextIsRefused() {
    assertThatExceptionOfType(UnreadableMessageException.class)
        .isThrownBy(() -> read("{\"headline\":\" \",\"paragraphs\":[]}"));
  }

  @Test
  void aReadyArticleNeedsNoMoreThanAHeadline() {
    // When
    Submission submission = read("{\"headline\":\"青山村办起夜校\"}");

    // Then
    Article article = ((SubmittedContent.ReadyArticle) submission.content()).article();
    assertThat(article.headline()).isEqualTo("青山村办起夜校");
    assertThat(article.paragraphs()).isEmpty();
    assertThat(article.authors()).isEmpty();
    assertThat(article.publishedInferred()).isFalse();
  }

  @Test
  void whatANewerSenderAddsIsIgnored() {
    assertThat(read("{\"headline\":\"夜校\",\"mood\":\"glad\"}").source()).isEqualTo("daily");
  }

  @Test
  void twoValuesForOneFieldAreRefused() {
    assertThatExceptionOfType(UnreadableMessageException.class)
        .isThrownBy(() -> read("{\"headline\":\"夜校\",\"headline\":\"白校\"}"));
  }

  @Test
  void whatIsNoJsonIsUnreadable() {
    assertThatExceptionOfType(UnreadableMessageException.class)
        .isThrownBy(
            () -> ContractJson.read("夜校".getBytes(StandardCharsets.UTF_8), Submission.class));
    assertThatExceptionOfType(UnreadableMessageException.class)
        .isThrownBy(
            () -> ContractJson.read("null".getBytes(StandardCharsets.UTF_8), Submission.class));
  }

  @Test
  void timesAreWrittenInIsoForm() {
    // Given
    Submission submission =
        new Submission("daily", "1", null, Instant.parse("2025-03-18T00:30:00Z"), PAGE);

    // Then
    assertThat(new String(ContractJson.write(submission), StandardCharsets.UTF_8))
        .contains("\"eventTime\":\"2025-03-18T00:30:00Z\"")
        .doesNotContain("null");
  }

  private static Submission read(String article) {
    String json =
        "{\"source\":\"daily\",\"content\":{\"kind\":\"article\",\"article\":" + article + "}}";
    return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), Submission.class);
  }
}
