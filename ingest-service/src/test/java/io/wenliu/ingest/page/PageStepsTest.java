package io.wenliu.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens between lines: joining, threading, ordering.
class PageStepsTest {
  private final PageReconstructor reconstructor = new PageReconstructor();

  @ParameterizedTest
  @CsvSource({"所幸没有造成人, 员伤亡。", "韩正出席论坛开幕式并, 致辞", "围绕汽车、能, 源等重点产业", "人工智能引领新一轮, 科技革命和产业变革"})
  void halvesOfASentenceAreKnownToBelongTogether(String left, String right) {
    assertThat(CharacterModel.bundled().continues(left, right)).isGreaterThan(8);
  }

  @ParameterizedTest
  @CsvSource({"改革进行时, 十年来，全省", "深入把握发展趋势, 习近平总书记指出", "全面谋划产业大发展, 今年以来"})
  void aHeadingAndItsTextAreKnownToBeApart(String left, String right) {
    assertThat(CharacterModel.bundled().continues(left, right)).isLessThan(2);
  }

  @Test
  void aColumnBreakInMidSentenceIsNoParagraph() {
    // When
    PageArticle article =
        only(
            """
            水库加固工程提前完工
            □ 赵一鸣

            经过三百多名建设者连续奋战，位于江城
            北郊的红旗水库加固工程昨天提前完工，
            为下游二十万群众筑起一道安全屏

            障。
            工程总投资两亿元，今年春天开工建设，
            包括坝体防渗和溢洪道改造等内容。
            """);

    // Then
    assertThat(article.paragraphs()).hasSize(2);
    assertThat(article.paragraphs().getFirst()).endsWith("筑起一道安全屏障。");
  }

  @Test
  void furnitureInMidSentenceIsLiftedOut() {
    // When
    ReconstructedPage page =
        page(
            """
            水库加固工程提前完工
            □ 赵一鸣

            经过三百多名建设者连续奋战，位于江城
            北郊的红旗水库加固工程昨天提前完工，
            为下游二十万群众筑起一道安全屏
            第05版 民生
            障，今年汛期可以正常蓄水，灌溉面积将
            增加三万亩。
            """);

    // Then
    assertThat(page.furniture()).containsExactly("第05版 民生");
    assertThat(page.articles().getFirst().paragraphs())
        .singleElement()
        .asString()
        .contains("安全屏障，今年汛期");
  }

  @Test
  void anInterruptedArticleIsCarriedOn() {
    // When
    ReconstructedPage page =
        page(
            """
            # 古籍修复师的二十六年

            □ 钱文

            在省图书馆地下一层的修复室里，古籍修复师林秋白已经工作了二十六年，经她的手修好的残

            # 无人驾驶公交开通试运行

            □ 孙晓岚

            滨海新区首条无人驾驶公交线路昨天开通试运行，市民可以通过手机预约乘坐。

            （来源：《江城日报》）

            卷超过一千册。修复一册古籍要经过拆线、清洗、补洞等十多道工序。
            """);

    // Then
    assertThat(page.articles()).hasSize(2);
    assertThat(page.articles().getFirst().paragraphs())
        .singleElement()
        .asString()
        .contains("修好的残卷超过一千册");
    assertThat(page.articles().get(1).source()).isEqualTo("江城日报");
  }

  @Test
  void aHeadlineBetweenTwoTextsGoesWhereItsWordsAre() {
    // When
    ReconstructedPage page =
        page(
            """
            云岭湖水质连续五年改善，今年冬天来湖区
            越冬的候鸟达到四万多只，数量创下新高。

            护鸟员每天沿湖巡查，记录候鸟的种类和数
            量，云岭湖成了观鸟爱好者的乐园。

            云岭湖候鸟数量创新高

            职业学校与钢铁企业共建的实训车间本月启
            用，学生可以在真实的生产线上学习操作。

            学校负责人介绍，首批学生中已有七十多人
            与钢铁企业签订了就业意向。

            职业学校与钢铁企业共建实训车间
            □ 冯大海
            """);

    // Then
    assertThat(page.articles())
        .extracting(PageArticle::title)
        .containsExactly("云岭湖候鸟数量创新高", "职业学校与钢铁企业共建实训车间");
    assertThat(page.articles().get(0).authors()).isEmpty();
    assertThat(page.articles().get(1).authors()).containsExactly("冯大海");
  }

  @Test
  void anOutlineKeepsLevelsAndPlaces() {
    // When
    PageArticle article =
        only(
            """
            # 关于加强村庄保洁的意见

            ## 一、总体要求

            坚持村民自治，因地制宜。

            ## 二、主要任务

            （一）健全保洁队伍。每个村民小组配备一名保洁员。

            （二）完善收运体系。垃圾日产日清。
            """);

    // Then
    assertThat(article.headings()).containsExactly("一、总体要求", "二、主要任务");
    assertThat(article.outline())
        .containsExactly(
            new OutlineEntry(1, "一、总体要求", 0, false),
            new OutlineEntry(1, "二、主要任务", 1, false),
            new OutlineEntry(2, "（一）健全保洁队伍", 1, true),
            new OutlineEntry(2, "（二）完善收运体系", 2, true));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2025年3月2日 星期日, （原载3月1日《江城日报》）, 2025-03-01, true",
        "2025年1月1日 星期三, （原载12月31日《江城日报》）, 2024-12-31, true",
        "2025年3月2日 星期日, （原载9月1日《江城日报》）, --09-01, false",
        "第05版 民生, （原载3月1日《江城日报》）, --03-01, false",
        "第05版 民生, （原载2024年3月1日《江城日报》）, 2024-03-01, false"
      })
  void theYearIsFilledInOnlyWhereThePageMakesItCertain(
      String folio, String note, String published, boolean inferred) {
    // When
    PageArticle article =
        only(folio + "\n\n水库加固工程提前完工\n□ 赵一鸣\n\n红旗水库加固工程昨天提前完工。\n\n" + note + "\n");

    // Then
    assertThat(article.published()).hasToString(published);
    assertThat(article.publishedInferred()).isEqualTo(inferred);
  }

  @Test
  void aReprintOnAnotherPageTellsWhereALastParagraphBelongs() {
    // Given
    String lead = "省图书馆的古籍修复室里，林秋白已经工作了二十六年，修好的残卷超过一千册。";
    String second = "修复一册虫蛀严重的线装书，要经过拆线、清洗、补洞、压平、装订等十多道工序。";
    String third = "如今她带了四名徒弟，还把修复过程拍成短片，许多年轻人因此第一次走进图书馆。";
    String head = "# 古籍修复师林秋白\n\n□ 钱文\n\n";

    // When
    List<ReconstructedPage> pages =
        reconstructor.reconstruct(
            List.of(
                new PageText("甲", head + String.join("\n\n", lead, second, third)),
                new PageText("乙", head + String.join("\n\n", second, third, lead))));

    // Then
    assertThat(pages.get(1).articles().getFirst().paragraphs())
        .containsExactly(lead, second, third);
  }

  @ParameterizedTest
  @ValueSource(strings = {"水库加固工程提前完工\n\n红旗水库加固工程昨天提前完工。", "# 水库加固工程提前完工\n\n红旗水库加固工程昨天提前完工。"})
  void anArticleWithoutABylineHasNoAuthors(String text) {
    assertThat(only(text).authors()).isEmpty();
  }

  private ReconstructedPage page(String text) {
    return reconstructor.reconstruct(List.of(new PageText("页", text))).getFirst();
  }

  private PageArticle only(String text) {
    ReconstructedPage page = page(text);
    assertThat(page.articles()).hasSize(1);
    return page.articles().getFirst();
  }
}
