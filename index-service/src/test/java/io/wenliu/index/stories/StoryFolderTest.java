package io.wenliu.index.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.Signature;
import io.wenliu.index.stories.StoryFolder.Story;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryFolderTest {

  private record Printing(String id, List<String> fingerprints) {}

  @Test
  void reprintsGoUnderThePrintingThatRanksHighest() {
    // Given
    List<Printing> ranking =
        List.of(
            new Printing("a", range(0, 10)),
            new Printing("b", range(50, 60)),
            new Printing("a-shortened", range(2, 8)),
            new Printing("neither", List.of()),
            new Printing("a-with-more", range(0, 18)),
            new Printing("nor", List.of()));

    // When
    List<Story<Printing>> stories = StoryFolder.fold(ranking, Printing::fingerprints);

    // Then
    assertThat(stories)
        .extracting(story -> story.first().id() + " " + story.size())
        .containsExactly("a 3", "b 1", "neither 1", "nor 1");
  }

  @Test
  void aLongerRankingChangesNoOrder() {
    // Given
    List<Printing> ranking =
        IntStream.range(0, 60)
            .mapToObj(i -> new Printing("p" + i, range(i % 25 * 10, i % 25 * 10 + 8)))
            .toList();

    // When
    List<String> shorter = firsts(ranking.subList(0, 30));
    List<String> longer = firsts(ranking);

    // Then
    assertThat(longer.subList(0, shorter.size())).isEqualTo(shorter);
  }

  @Test
  void aFewSharedPassagesAreNoReprint() {
    assertThat(
            StoryFolder.fold(
                List.of(new Printing("a", range(0, 2)), new Printing("b", range(0, 2))),
                Printing::fingerprints))
        .hasSize(2);
  }

  @Test
  void signaturesOfDifferentSchemesNeverMeet() {
    // Given
    List<String> passages = IntStream.range(0, 99).mapToObj(i -> "ab%x".formatted(i)).toList();
    Signature one = new Signature("gram8-v1", passages);
    Signature other = new Signature("gram9-v1", passages);

    // Then
    assertThat(Fingerprints.similarity(one, other)).isZero();
    assertThat(Fingerprints.sample(one)).doesNotContainAnyElementsOf(Fingerprints.sample(other));
    assertThat(Fingerprints.similarity(one, one)).isEqualTo(1);
  }

  private static List<String> firsts(List<Printing> ranking) {
    return StoryFolder.fold(ranking, Printing::fingerprints).stream()
        .map(story -> story.first().id())
        .toList();
  }

  private static List<String> range(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "f" + i).toList();
  }
}
