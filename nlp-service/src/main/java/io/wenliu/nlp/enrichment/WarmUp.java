package io.wenliu.nlp.enrichment;

import io.wenliu.contract.Article;
import io.wenliu.contract.PartialDate;
import java.util.Collections;
import java.util.List;

/// Invented articles that go through every annotator: Chinese and foreign names, titles of works,
/// times, money, quotations, both scripts.
final class WarmUp {

  /// So often each that the just-in-time compiler has seen the loops; a fraction of a second.
  private static final int TIMES = 25;

  private static final List<String> PARAGRAPHS =
      List.of(
          "本报青山2月24日电（记者林晓雨）青山市人民政府今天上午召开新闻发布会。副市长王建平介绍，去年全市生产总值达到600.6亿元，同比增长5.3%。",
          "“我们要把新质生产力放在突出位置。”王建平说，“今年还将投入12亿元，支持中小企业数字化转型。”他表示，《青山市数据条例》3月1日起施行，三农工作也有新的安排。",
          "青山科技有限公司总经理约翰·史密斯在接受采访时指出，人工智能大模型已经用在50多家工厂，每年节约电力1.2亿千瓦时。",
          "據介紹，兩岸青年在北京大學舉行了交流活動；研究人員認為，這項研究成果對環境保護有重要意義。",
          "青山女篮昨晚以78比65战胜海滨队，夺得联赛冠军。主教练李红梅赛后表示，球队下一步的目标是全国锦标赛。");

  private WarmUp() {}

  static List<Article> articles() {
    Article article =
        new Article(
            "青山市去年生产总值突破600亿元",
            null,
            "要闻",
            List.of("林晓雨"),
            null,
            List.of(),
            null,
            "本报青山2月24日电",
            null,
            null,
            new PartialDate("2025-02-24"),
            false,
            null,
            List.of(),
            PARAGRAPHS,
            List.of());
    return Collections.nCopies(TIMES, article);
  }
}
