package io.wenliu.index.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.index.stories.TextDifference.Kind;
import io.wenliu.index.stories.TextDifference.Paragraph;
import io.wenliu.index.stories.TextDifference.Piece;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

  private static final List<String> ORIGINAL =
      List.of("第一段没有变化。", "第二段说今天下雨。", "第三段只在原文。", "末段相同。");
  private static final List<String> REVISED = List.of("第一段没有变化。", "第二段说明天下雨。", "末段相同。", "编后语是新加的。");

  @Test
  void aChangedParagraphIsToldByItsCharacters() {
    assertThat(TextDifference.between(List.of("他说今天下雨。"), List.of("他说明天下雨。")))
        .containsExactly(
            new Paragraph(
                Kind.CHANGED,
                List.of(
                    new Piece(Kind.SAME, "他说"),
                    new Piece(Kind.REMOVED, "今"),
                    new Piece(Kind.ADDED, "明"),
                    new Piece(Kind.SAME, "天下雨。"))));
  }

  @Test
  void paragraphsOfEitherAloneAreToldWhole() {
    // When
    List<Paragraph> difference = TextDifference.between(ORIGINAL, REVISED);

    // Then
    assertThat(difference)
        .extracting(Paragraph::kind)
        .containsExactly(Kind.SAME, Kind.CHANGED, Kind.REMOVED, Kind.SAME, Kind.ADDED);
  }

  @Test
  void bothTextsCanBeReadBackFromTheDifference() {
    // When
    List<Paragraph> difference = TextDifference.between(ORIGINAL, REVISED);

    // Then
    assertThat(text(difference, kind -> kind != Kind.ADDED)).isEqualTo(String.join("", ORIGINAL));
    assertThat(text(difference, kind -> kind != Kind.REMOVED)).isEqualTo(String.join("", REVISED));
  }

  @Test
  void paragraphsWithLittleInCommonAreTwo() {
    assertThat(TextDifference.between(List.of("春眠不觉晓"), List.of("床前明月光")))
        .extracting(Paragraph::kind)
        .containsExactly(Kind.REMOVED, Kind.ADDED);
  }

  private static String text(List<Paragraph> paragraphs, Predicate<Kind> wanted) {
    return paragraphs.stream()
        .flatMap(paragraph -> Objects.requireNonNull(paragraph).pieces().stream())
        .filter(piece -> wanted.test(piece.kind()))
        .map(Piece::text)
        .collect(Collectors.joining());
  }
}
