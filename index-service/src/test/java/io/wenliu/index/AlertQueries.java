package io.wenliu.index;

import static io.wenliu.index.Newsroom.article;
import static io.wenliu.index.Newsroom.newDocument;
import static io.wenliu.index.Newsroom.version;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Searches of every kind, and articles that they find and miss.
final class AlertQueries {

  static final List<Map<String, Object>> ALL =
      Stream.concat(
              Stream.of(
                      "云杉林场",
                      "雲杉林場",
                      "云杉 林场",
                      "云杉林场 补种",
                      "云杉林场的补种工作怎么样",
                      "“云杉林场”",
                      "“杉林场补”",
                      "“林场，补种”",
                      "「云杉」",
                      "云杉 -补种",
                      "云杉 -“补种完成”",
                      "-云杉 林场",
                      "作者:林晓雨 云杉",
                      "作者:高文",
                      "作者:高文 -云杉",
                      "来源:青山周报 云杉",
                      "来源:test-newsroom 云杉",
                      "来源:别的报",
                      "人物:白桦",
                      "机构:云杉研究所",
                      "地点:云岭",
                      "主题:人工智能 云杉",
                      "类型:NEWS 云杉",
                      "日期:2021-05 云杉",
                      "日期:2021-05-01..2021-05-02 林场",
                      "日期:..2021-05-01 云杉",
                      "云杉 -日期:2021-05",
                      "AI云杉",
                      "ai 云杉",
                      "ＡＩ 云杉",
                      "5G云杉",
                      "GPT-4 云杉",
                      "3.5公顷",
                      "林晓雨 云杉",
                      "青山周报 云杉",
                      "云",
                      "杉",
                      "的",
                      "，",
                      "补种 三万株 云杉 今年 完成",
                      "补种 三万株 云杉 去年 没有",
                      "云杉 蓝莓 柿子 竹笋",
                      "防火通道 瞭望塔",
                      "林場補種",
                      "图说文字",
                      "眉题文字",
                      "副题文字")
                  .map(q -> Map.<String, Object>of("q", q)),
              Stream.<Map<String, Object>>of(
                  Map.of("q", "云杉", "newspaper", "青山周报"),
                  Map.of("q", "云杉", "newspaper", List.of("别的报", "青山周报")),
                  Map.of("person", "白桦"),
                  Map.of("q", "云杉", "topic", "medtop:20000763"),
                  Map.of("q", "云杉", "from", "2021-05-02", "to", "2021-05-02"),
                  Map.of("from", "2021-05-01", "to", "2021-05-01"),
                  Map.of("q", "云杉", "from", "2021-05-03")))
          .toList();

  private AlertQueries() {}

  static List<ArticleEnriched> publish(Newsroom newsroom) {
    List<ArticleEnriched> published = new ArrayList<>();
    List<String[]> texts =
        List.of(
            new String[] {"云杉林场补种完成", "云杉林场今年补种三万株。", "2021-05-01"},
            new String[] {"雲杉林場補種", "雲杉林場防火通道開工，瞭望塔也在修。", "2021-05-01"},
            new String[] {"林场里没有云杉", "林场，补种的是别的树。AI云杉识别系统上线。", "2021-05-02"},
            new String[] {"５Ｇ云杉监测", "ＡＩ与5G进了林区，面积3.5公顷，GPT-4写的报告。", "2021-05-02"},
            new String[] {"云南的杉木", "杉木不是云杉，云也不是杉。", "2021-05-03"},
            new String[] {"蓝莓与柿子", "蓝莓、柿子、竹笋都熟了。", "2021-05-03"},
            new String[] {"防火通道", "瞭望塔建成。补种\n三万株今年完成。", "2021-05-04"},
            new String[] {"补种三万株", "今年没有完成，去年也没有。", "2020-01-01"});
    for (String[] text : texts) {
      ArticleEnriched article =
          newsroom.enriched(
              newDocument(),
              version(1),
              Annotated.published(article(text[0], text[1].split("\n")), text[2]));
      newsroom.publishArticle(article);
      published.add(article);
    }
    ArticleEnriched named =
        new Annotated(newsroom.enriched(newDocument(), version(1), article("白桦谈树", "白桦在云岭说。")))
            .names(EntityType.PER, "白桦", "白桦", null)
            .names(EntityType.ORG, "云杉研究所", "云杉研究所", null)
            .names(EntityType.LOC, "云岭", "云岭", null)
            .message();
    newsroom.publishArticle(named);
    published.add(named);
    return published;
  }
}
