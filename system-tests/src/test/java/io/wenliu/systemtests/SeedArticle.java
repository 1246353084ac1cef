package io.wenliu.systemtests;

import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sub-editor reads off the seed pages.
///
/// @param day month and day of publication, `09-12`; null where the page states none
/// @param page of the newspaper; null where the page states none
record SeedArticle(
    SampleDocument file,
    String headline,
    List<String> authors,
    @Nullable String newspaper,
    @Nullable String day,
    @Nullable String page) {

  /// The ten articles in the order of the pages.
  static final List<SeedArticle> ALL =
      List.of(
          new SeedArticle(
              SampleDocuments.RURAL_REFORM,
              "中共中央 国务院关于进一步深化农村改革 扎实推进乡村全面振兴的意见",
              List.of(),
              null,
              "02-23",
              null),
          new SeedArticle(
              SampleDocuments.RURAL_REFORM,
              "国产大模型加速迭代 开源渐成“必选项”",
              List.of("程思琪", "龚雯", "董雪"),
              null,
              "02-23",
              null),
          new SeedArticle(
              SampleDocuments.HISTORIC_OPPORTUNITY,
              "抢抓人工智能发展的历史性机遇",
              List.of("高文"),
              "人民日报",
              null,
              null),
          new SeedArticle(
              SampleDocuments.HISTORIC_OPPORTUNITY,
              "加快构建现代化产业体系，奋力推进河源高质量发展",
              List.of("吴云"),
              null,
              null,
              null),
          new SeedArticle(
              SampleDocuments.INITIATIVE_IN_AI,
              "牢牢掌握人工智能发展和治理主动权",
              List.of("苗圩"),
              null,
              null,
              null),
          new SeedArticle(
              SampleDocuments.INITIATIVE_IN_AI, "营造公平有序就业环境", List.of("赵晨"), null, null, null),
          new SeedArticle(
              SampleDocuments.INITIATIVE_IN_AI,
              "传承文化根脉 以时代精神激活中华优秀传统文化",
              List.of("何毅"),
              null,
              null,
              null),
          new SeedArticle(
              SampleDocuments.AI_PLUS_ACTION,
              "深入实施“人工智能+”行动 为高质量发展提供强大动能",
              List.of(),
              "人民日报",
              "09-12",
              "10"),
          new SeedArticle(
              SampleDocuments.REPRINT_AND_GOVERNANCE,
              "抢抓人工智能发展的历史性机遇",
              List.of("高文"),
              "人民日报",
              "02-24",
              null),
          new SeedArticle(
              SampleDocuments.REPRINT_AND_GOVERNANCE,
              "加强人工智能国际治理和合作",
              List.of("蔡翠红"),
              "人民日报",
              "03-03",
              null));

  /// Where the article's headline stands, without width, spaces and quotation marks, which tell
  /// nothing about whether it was read right.
  static String folded(String headline) {
    return java.text.Normalizer.normalize(headline, java.text.Normalizer.Form.NFKC)
        .replaceAll("[\\s“”\"]", "");
  }
}
