package io.wenliu.index.formats;

import io.wenliu.contract.Article;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Enrichment.ArticleKind;
import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.contract.Enrichment.Keyphrase;
import io.wenliu.contract.Enrichment.Topic;
import io.wenliu.contract.PartialDate;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// An article that has everything, and one that has nothing.
final class PublishedArticles {

  static final PublishedArticle FULL =
      new PublishedArticle(
          "0123456789abcdef0123456789abcdef-0123456789ab",
          DocumentId.of("daily", "1"),
          1024,
          "daily",
          Instant.parse("2025-03-18T01:02:03Z"),
          Instant.parse("2025-03-18T01:02:04Z"),
          new Article(
              "渔港清晨开市",
              "三百条船靠岸",
              "一线调研",
              List.of("林晓雨", "高文"),
              null,
              List.of("市渔业局"),
              "新华社",
              "新华社青山3月18日电",
              "青山周报",
              "3",
              new PartialDate("2025-03-18"),
              false,
              null,
              List.of(new Article.Heading(1, "一、靠岸", 0), new Article.Heading(1, "二、交易", 1)),
              List.of("渔船陆续靠岸𠮷。", "=1+1，鱼价“平稳”。"),
              List.of(new Article.Caption("渔港一角。", List.of()))),
          new Enrichment(
              "test",
              "渔港 清晨 开市",
              List.of(),
              List.of(
                  new Entity("高文", EntityType.PER, 0, 2, "高文", "院士", null, null),
                  new Entity("青山", EntityType.LOC, 0, 2, "青山", null, null, null),
                  new Entity("渔业局", EntityType.ORG, 0, 3, "市渔业局", null, null, null),
                  new Entity("渔业法", EntityType.WORK, 0, 3, "渔业法", "law", null, null),
                  new Entity("三百", EntityType.QUANTITY, 0, 2, null, null, "300", null)),
              List.of(),
              List.of(new Keyphrase("渔港", 1)),
              List.of("渔港开市。"),
              List.of(new Topic("medtop:20000763", "人工智能", 0.876)),
              ArticleKind.OPINION,
              null,
              Set.of()));

  static final PublishedArticle BARE =
      new PublishedArticle(
          "0123456789abcdef0123456789abcdef-0123456789ac",
          DocumentId.of("daily", "2"),
          1,
          null,
          null,
          null,
          new Article(
              "无题",
              null,
              null,
              List.of(),
              null,
              List.of(),
              null,
              null,
              null,
              null,
              new PartialDate("--03-18"),
              false,
              null,
              List.of(),
              List.of(),
              List.of()),
          null);

  private PublishedArticles() {}
}
