package io.wenliu.index.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.Version;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentRecordTest {

  private static final DocumentId PAGE = DocumentId.of("daily", "1");
  private static final List<ArticleId> ARTICLES = ArticleId.ofHeadlines(PAGE, List.of("甲", "乙"));
  private static final ArticleId LISTED = ARTICLES.getFirst();
  private static final ArticleId GONE = ARTICLES.getLast();
  private static final Version FIRST = Version.of(1, 0);
  private static final Version SECOND = Version.of(2, 0);
  private static final Version THIRD = Version.of(3, 0);

  private static final DocumentRecord CURRENT =
      DocumentRecord.of(
          new DocumentManifest(
              PAGE, SECOND, "daily", null, null, "text/plain", Instant.EPOCH, List.of(LISTED)),
          null);
  private static final DocumentRecord WITHDRAWN =
      DocumentRecord.of(
          new DocumentWithdrawn(PAGE, SECOND, "daily", Instant.EPOCH, null),
          SECOND.withRevision(Version.MAX_REVISION),
          Instant.EPOCH.plusSeconds(9),
          CURRENT);

  @Test
  void aManifestKeepsWhatItListsAndWhatIsNewer() {
    assertThat(CURRENT.stateOf(LISTED, SECOND)).isEqualTo(ArticleState.ALIVE);
    assertThat(CURRENT.stateOf(LISTED, FIRST)).isEqualTo(ArticleState.SUPERSEDED);
    assertThat(CURRENT.stateOf(GONE, FIRST)).isEqualTo(ArticleState.SUPERSEDED);
    assertThat(CURRENT.stateOf(GONE, SECOND)).isEqualTo(ArticleState.SUPERSEDED);
    assertThat(CURRENT.stateOf(GONE, THIRD)).isEqualTo(ArticleState.ALIVE);
  }

  @Test
  void aWithdrawalOutranksEveryRevisionOfItsContentAndNoLaterContent() {
    assertThat(WITHDRAWN.stateOf(LISTED, SECOND)).isEqualTo(ArticleState.WITHDRAWN);
    assertThat(WITHDRAWN.stateOf(LISTED, SECOND.withRevision(7))).isEqualTo(ArticleState.WITHDRAWN);
    assertThat(WITHDRAWN.stateOf(LISTED, THIRD)).isEqualTo(ArticleState.ALIVE);
  }

  @Test
  void aNumberAndATimeAreNotCompared() {
    assertThat(CURRENT.isOfOtherScheme(THIRD)).isFalse();
    assertThat(CURRENT.isOfOtherScheme(Version.ofTime(Instant.parse("2025-03-18T00:00:00Z"))))
        .isTrue();
  }

  @Test
  void aWithdrawalTakesBackWhatWasAcceptedBeforeItAndComesLate() {
    assertThat(WITHDRAWN.takesBack(Instant.EPOCH.plusSeconds(8))).isTrue();
    assertThat(WITHDRAWN.takesBack(Instant.EPOCH.plusSeconds(9))).isFalse();
    assertThat(CURRENT.takesBack(Instant.EPOCH)).isFalse();
  }

  @Test
  void anArticleThatHasNotComeYetAtItsVersionMayStillCome() {
    assertThat(CURRENT.tombstoneVersion(LISTED)).isLessThan(SECOND).isGreaterThan(FIRST);
    assertThat(CURRENT.tombstoneVersion(GONE)).isEqualTo(SECOND);
  }
}
