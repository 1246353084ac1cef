package io.wenliu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private static final DocumentId PAGE = DocumentId.of("daily", "2025-02-24/10");

  @Test
  void theSameOwnIdOfTwoSourcesNamesTwoDocuments() {
    assertThat(DocumentId.of("weekly", "2025-02-24/10")).isNotEqualTo(PAGE);
  }

  @Test
  void partsOfAnIdentityDoNotRunIntoEachOther() {
    assertThat(DocumentId.of("a", "bc")).isNotEqualTo(DocumentId.of("ab", "c"));
  }

  @Test
  void equalContentWithoutAnIdIsTheSameDocument() {
    byte[] content = "正文".getBytes(StandardCharsets.UTF_8);
    assertThat(DocumentId.ofContent("daily", content))
        .isEqualTo(DocumentId.ofContent("daily", content.clone()));
  }

  @Test
  void anArticleKeepsItsIdWhenItsNeighbourGoes() {
    // When
    List<ArticleId> both = ArticleId.ofHeadlines(PAGE, List.of("丰收在望", "开源之路"));
    List<ArticleId> alone = ArticleId.ofHeadlines(PAGE, List.of("开源之路"));

    // Then
    assertThat(alone.getFirst()).isEqualTo(both.getLast());
  }

  @Test
  void widthSpacesAndPunctuationOfAHeadlineDoNotCount() {
    assertThat(ArticleId.ofHeadlines(PAGE, List.of("“ＡＩ＋”，向前")))
        .isEqualTo(ArticleId.ofHeadlines(PAGE, List.of("\"AI+\" 向 前")));
  }

  @Test
  void articlesWithEqualHeadlinesAreToldApartByAnOrdinal() {
    // When
    List<ArticleId> ids = ArticleId.ofHeadlines(PAGE, List.of("简讯", "简讯", "简讯"));

    // Then
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.getLast().value()).endsWith("-3");
    assertThat(ids).allSatisfy(id -> assertThat(id.document()).isEqualTo(PAGE));
  }

  @Test
  void anIdThatIsNoneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DocumentId("../../etc/passwd"));
    assertThatIllegalArgumentException().isThrownBy(() -> new ArticleId(PAGE.value()));
  }
}
