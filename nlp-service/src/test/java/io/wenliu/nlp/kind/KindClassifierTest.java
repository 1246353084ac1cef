package io.wenliu.nlp.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment.ArticleKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KindClassifierTest {

  private final KindClassifier classifier = new KindClassifier();

  @Test
  void wireReportIsNews() {
    assertThat(
            classify(
                "全国春运客流创新高",
                null,
                List.of(),
                "新华社北京2月23日电（记者王小明）记者从交通运输部获悉，" + "今年春运客流平稳有序，各地加强保障。".repeat(20)))
        .isEqualTo(ArticleKind.NEWS);
  }

  @Test
  void documentOfAnAuthorityIsPolicy() {
    assertThat(
            classify(
                "中共中央 国务院关于进一步深化农村改革的意见",
                null,
                List.of("中共中央", "国务院"),
                "各省、自治区、直辖市：\n一、总体要求\n坚持稳中求进。" + "加强领导，完善机制。".repeat(30)))
        .isEqualTo(ArticleKind.POLICY);
  }

  @Test
  void reportOnADocumentIsNews() {
    assertThat(
            classify(
                "三部门印发关于加强青少年科学教育的意见",
                null,
                List.of(),
                "本报北京2月23日电（记者李明）教育部等三部门日前印发意见，提出" + "各地要加强科学教育。".repeat(30)))
        .isEqualTo(ArticleKind.NEWS);
  }

  @Test
  void columnWithArgumentsIsOpinion() {
    assertThat(
            classify(
                "把握人工智能发展的主动权",
                "人民时评",
                List.of(),
                "应当看到，机遇与挑战并存。首先，我们要坚持自立自强。其次，必须守住底线。".repeat(10)))
        .isEqualTo(ArticleKind.OPINION);
  }

  @Test
  void lineUnderAPhotoIsACaption() {
    assertThat(classify("", null, List.of(), "2月23日，农民在田间劳作。新华社记者 王小明 摄"))
        .isEqualTo(ArticleKind.CAPTION);
  }

  @Test
  void fewLinesAreABrief() {
    assertThat(classify("地铁四号线明日开通", null, List.of(), "本报讯 记者从市交通局获悉，地铁四号线将于明日开通。"))
        .isEqualTo(ArticleKind.BRIEF);
  }

  private ArticleKind classify(
      String headline, @Nullable String kicker, List<String> issuers, String text) {
    return classifier.classify(
        new Article(
            headline,
            null,
            kicker,
            List.of(),
            null,
            issuers,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            List.of(),
            text.lines().toList(),
            List.of()));
  }
}
