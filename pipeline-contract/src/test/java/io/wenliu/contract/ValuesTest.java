package io.wenliu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void aDateMayLeaveItsYearOpen() {
    assertThat(new PartialDate("--02-24").date()).isEmpty();
    assertThat(new PartialDate("2025-02-24").date()).contains(LocalDate.of(2025, 2, 24));
  }

  @Test
  void aDayThatNoCalendarHasIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate("2025-02-30"));
    assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate("--13-01"));
    assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate("2月24日"));
  }

  @Test
  void aVectorKeepsEveryBitOverJson() {
    // Given
    Embedding vector = Embedding.of(0.1f, -0.0f, Float.MIN_VALUE, 1e30f);

    // When
    byte[] json = ContractJson.mapper().writeValueAsBytes(vector);

    // Then
    assertThat(ContractJson.mapper().readValue(json, Embedding.class)).isEqualTo(vector);
    assertThat(vector.dimensions()).isEqualTo(4);
  }

  @Test
  void aVectorOfBrokenFloatsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Embedding.ofBytes(new byte[5]));
  }

  @Test
  void nobodyChangesTheBytesOfABlobFromOutside() {
    // Given
    byte[] bytes = {1, 2, 3};
    Blob blob = Blob.of(bytes);

    // When
    bytes[0] = 9;
    blob.bytes()[1] = 9;

    // Then
    assertThat(blob.bytes()).containsExactly(1, 2, 3);
    assertThat(blob).isEqualTo(Blob.of(new byte[] {1, 2, 3}));
  }

  @Test
  void anArticleKeepsItsOwnCopyOfItsParagraphs() {
    // Given
    List<String> paragraphs = new ArrayList<>(List.of("第一段", "第二段"));
    Article article = article(paragraphs);

    // When
    paragraphs.clear();

    // Then
    assertThat(article.text()).isEqualTo("第一段\n第二段");
  }

  @Test
  void whereAnAnnotationEndsBeforeItStartsItIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Enrichment.Entity("青山村", Enrichment.EntityType.LOC, 5, 2, "青山村", null, null, null));
  }

  @Test
  void everyStageAndEveryMessageTypeIsFoundByItsId() {
    assertThat(Arrays.stream(Stage.values()).map(stage -> Stage.ofId(stage.id())))
        .containsExactly(Stage.values());
    assertThat(Arrays.stream(MessageType.values()).map(type -> MessageType.ofId(type.id()).get()))
        .containsExactly(MessageType.values());
    assertThat(MessageType.ofId("io.wenliu.file.v1")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Stage.ofId("print"));
  }

  private static Article article(List<String> paragraphs) {
    return new Article(
        "夜校",
        null,
        null,
        List.of(),
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
        paragraphs,
        List.of());
  }
}
