package io.wenliu.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostileCorpusTest {

  private static final int FEWEST = 150;

  @Test
  void theCorpusIsLargeAndEachOfItsFilesHasANameOfItsOwn() {
    // When
    List<HostileFile> files = HostileCorpus.all();

    // Then
    assertThat(files).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(files).extracting(HostileFile::name).doesNotHaveDuplicates();
  }

  @Test
  void theCorpusIsTheSameEachTime() {
    // When
    List<HostileFile> first = HostileCorpus.all();
    List<HostileFile> second = HostileCorpus.all();

    // Then
    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).value()).as(first.get(i).name()).isEqualTo(first.get(i).value());
    }
  }
}
