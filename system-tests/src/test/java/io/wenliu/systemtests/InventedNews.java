package io.wenliu.systemtests;

import io.wenliu.contract.Article;
import io.wenliu.contract.Submission;
import io.wenliu.contract.SubmittedContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Articles written for these tests; places, people and papers in them are invented.
public final class InventedNews {

  private static final List<String> PLACES = List.of("青山村", "柳河镇", "石桥乡", "白塔县", "南浦市");
  private static final List<String> PEOPLE = List.of("林晓雨", "陈家富", "周敏", "何文慧", "黎志强");
  private static final List<String> EVENTS =
      List.of("办起夜校", "修通环湖公路", "试种旱稻", "开放图书馆", "启用社区食堂", "改造老旧小区");

  private InventedNews() {}

  /// The n-th of endless different articles; its headline is its own.
  public static Article article(int number) {
    String place = PLACES.get(number % PLACES.size());
    String person = PEOPLE.get(number / 5 % PEOPLE.size());
    String event = EVENTS.get(number / 25 % EVENTS.size());
    return article(
        place + event + "（第" + number + "号）",
        List.of(
            place + event + "的消息传来，附近居民纷纷前来了解情况。这是当地今年推进的第" + number + "件民生实事。",
            "“大家盼了好几年，今天总算成了。”负责人" + person + "说，下一步还要听取居民意见，把后续工作做细。",
            "据介绍，该项目前后用了" + (number % 11 + 2) + "个月，惠及居民" + (number % 97 + 3) * 100 + "多人。"));
  }

  public static Article article(String headline, List<String> paragraphs) {
    return new Article(
        headline,
        null,
        null,
        List.of("林晓雨"),
        null,
        List.of(),
        null,
        null,
        "青山周报",
        null,
        null,
        false,
        null,
        List.of(),
        paragraphs,
        List.of());
  }

  /// A ready article in the newsroom's envelope.
  public static Submission submission(
      String source, String ownId, @Nullable Long version, Article article) {
    return new Submission(source, ownId, version, null, new SubmittedContent.ReadyArticle(article));
  }
}
