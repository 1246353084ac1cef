package io.wenliu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class VersionTest {

  @Test
  void newerContentOutranksEveryRevisionOfOlderContent() {
    assertThat(Version.of(8, 0)).isGreaterThan(Version.of(7, Version.MAX_REVISION));
  }

  @Test
  void aNewerRevisionOutranksAnOlderOneOfTheSameContent() {
    assertThat(Version.of(7, 2)).isGreaterThan(Version.of(7, 0).withRevision(1));
  }

  @Test
  void itTellsItsParts() {
    // When
    Version version = Version.of(Version.MAX_CONTENT, Version.MAX_REVISION);

    // Then
    assertThat(version.content()).isEqualTo(Version.MAX_CONTENT);
    assertThat(version.revision()).isEqualTo(Version.MAX_REVISION);
  }

  @Test
  void javaScriptReadsTheHighestVersionWhole() {
    assertThat(Version.of(Version.MAX_CONTENT, Version.MAX_REVISION).value())
        .isLessThanOrEqualTo((1L << 53) - 1);
  }

  @Test
  void aTimeOfTheNextCenturyFits() {
    assertThatIllegalArgumentException().isThrownBy(() -> Version.ofTime(Instant.MAX));
    assertThat(Version.ofTime(Instant.parse("2100-01-01T00:00:00Z")).content())
        .isEqualTo(4102444800000L);
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Version.of(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Version.of(Version.MAX_CONTENT + 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Version.of(0, Version.MAX_REVISION + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Version(-1));
  }
}
