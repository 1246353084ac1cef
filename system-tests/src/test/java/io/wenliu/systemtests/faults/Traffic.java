package io.wenliu.systemtests.faults;

import io.wenliu.contract.Article;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.Version;
import io.wenliu.systemtests.InventedNews;
import io.wenliu.systemtests.Newsroom;
import io.wenliu.testkit.SampleDocuments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/// A newsroom's day: articles and pages, of which some are sent twice, corrected, overtaken by
/// their own corrections, cut down or taken back. The same seed sends the same.
final class Traffic {

  private static final int PER_CENT = 100;
  private static final int PORTIONS = 20;
  private static final Duration BETWEEN_PORTIONS = Duration.ofMillis(300);

  private final Newsroom newsroom;
  private final long seed;
  private final Expectation expectation;

  Traffic(Newsroom newsroom, long seed, Expectation expectation) {
    this.newsroom = newsroom;
    this.seed = seed;
    this.expectation = expectation;
  }

  /// Sends documents number `from` up to but not `to`, and waits until Kafka has them.
  void send(int from, int to) {
    for (int number = from; number < to; number++) {
      send(number);
    }
    newsroom.flush();
  }

  /// The same, a part of what is left at a time, so that what strikes meanwhile strikes in the
  /// midst of it however long it takes; the rest at once when that is over.
  void trickle(int from, int to, BooleanSupplier over) {
    int next = from;
    while (next < to && !over.getAsBoolean()) {
      int portion = Math.max(1, (to - next) / PORTIONS);
      send(next, next + portion);
      next += portion;
      FaultyPipeline.last(BETWEEN_PORTIONS);
    }
    send(next, to);
  }

  private void send(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    int lot = random.nextInt(PER_CENT);
    Article article = InventedNews.article(number);
    if (lot < 80) {
      push(number, 1, article);
    } else if (lot < 86) {
      push(number, 1, article);
      push(number, 1, article);
    } else if (lot < 91) {
      push(number, 1, article);
      push(number, 2, corrected(article));
    } else if (lot < 94) {
      push(number, 1, article);
      push(number, 2, InventedNews.article(article.headline() + "（更正）", article.paragraphs()));
    } else if (lot < 96) {
      push(number, 2, corrected(article));
      push(number, 1, article);
    } else if (lot < 97) {
      push(number, 1, article);
      withdraw(number);
      push(number, 1, article);
    } else {
      int articles = 2 + random.nextInt(2);
      pushPage(number, 1, articles);
      if (random.nextBoolean()) {
        pushPage(number, 2, articles - 1);
      }
    }
  }

  private void push(int number, long version, Article article) {
    DocumentId document = newsroom.document(ownId(number));
    newsroom.push(
        document, InventedNews.submission(newsroom.source(), ownId(number), version, article));
    expectation.sent(document, Version.of(version, 0), article.headline());
  }

  private void withdraw(int number) {
    DocumentId document = newsroom.document(ownId(number));
    newsroom.push(
        document,
        new DocumentWithdrawn(
            document, Version.of(1, Version.MAX_REVISION), newsroom.source(), Instant.EPOCH, "撤稿"));
    expectation.withdrawn(document);
  }

  private void pushPage(int number, long version, int articles) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      Article article = InventedNews.article(number * 3 + i);
      texts.add(
          article.headline()
              + "\n\n■ 林晓雨\n\n"
              + String.join("\n\n", article.paragraphs())
              + "\n\n（来源：《青山周报》2025年03月18日第3版）\n");
    }
    newsroom.pushFile(
        SampleDocuments.ofText(ownId(number) + ".txt", String.join("\n\n", texts)), version);
    expectation.sent(newsroom.document(ownId(number) + ".txt"), Version.of(version, 0), null);
  }

  private static Article corrected(Article article) {
    List<String> paragraphs = new ArrayList<>(article.paragraphs());
    paragraphs.addFirst("更正：此前报道中的时间有误。");
    return InventedNews.article(article.headline(), paragraphs);
  }

  private static String ownId(int number) {
    return "n-" + number;
  }
}
