package io.wenliu.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Article;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import io.wenliu.systemtests.Api;
import io.wenliu.systemtests.InventedNews;
import io.wenliu.systemtests.Newsroom;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/// What a newsroom does while a fault strikes, where the fault is of its making or shows only then.
///
/// @param random the same for the same seed
/// @param documents how many flow while this fault strikes, in all
record LiveScene(
    FaultyPipeline pipeline,
    Newsroom newsroom,
    Traffic traffic,
    Expectation expectation,
    Random random,
    int documents)
    implements Fault.Scene {

  /// After which every service has seen by itself how full the claim store is.
  private static final Duration MEASURED_EVERY = Duration.ofSeconds(11);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final int LARGE_DOCUMENTS = 4;
  private static final int LARGE_PARAGRAPHS = 9_000;

  @Override
  public void sendByClocks() {
    Instant now = Instant.now();
    List<Duration> steps = List.of(Duration.ZERO, Duration.ofMinutes(50), Duration.ofMinutes(-50));
    for (int step = 0; step < steps.size(); step++) {
      Instant clock = now.plus(steps.get(step)).plusMillis(step);
      for (int number = 0; number < documents / 10; number++) {
        Article article = InventedNews.article(number);
        String ownId = "clock-" + number;
        DocumentId document = newsroom.document(ownId);
        newsroom.pushAt(
            clock, document, InventedNews.submission(newsroom.source(), ownId, null, article));
        expectation.sent(document, Version.ofTime(clock), article.headline());
      }
      newsroom.flush();
    }
  }

  @Override
  public void sendEverythingAgain() {
    for (int to = documents / 2; to > 0; to -= 50) {
      traffic.send(Math.max(0, to - 50), to);
    }
  }

  /// Whoever gets no 202 tries again.
  @Override
  public void loseClaims() {
    Api api = new Api(pipeline.processes().address());
    Path claims = pipeline.claims();
    Path away = claims.resolveSibling("claims-away");
    try {
      Files.createDirectories(claims);
      Files.move(claims, away);
      Files.createFile(claims);
      try {
        assertThat(submitLarge(api, 0)).isEqualTo(503);
        FaultyPipeline.last(Duration.ofSeconds(10));
      } finally {
        Files.delete(claims);
        Files.move(away, claims);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int number = 0; number < LARGE_DOCUMENTS; number++) {
      assertThat(submitLarge(api, number)).isEqualTo(202);
    }
  }

  /// Over HTTP whoever gets no 202 tries again; what came by Kafka waits for room.
  @Override
  public void fillClaims() {
    Api api = new Api(pipeline.processes().address());
    Path filler = pipeline.claims().resolve("00").resolve("0".repeat(64));
    AtomicInteger number = new AtomicInteger();
    try {
      Files.createDirectories(filler.getParent());
      try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
        file.setLength(FaultyPipeline.CLAIM_STORE_LIMIT);
      }
      try {
        Awaitility.await()
            .atMost(FaultRun.PATIENCE)
            .pollInterval(LOOK_EVERY)
            .until(() -> submitLarge(api, number.getAndIncrement()) == 507);
        FaultyPipeline.last(MEASURED_EVERY);
        DocumentId waiting = pushGrowing();
        FaultyPipeline.last(Duration.ofSeconds(10));
        assertThat(api.state(waiting)).isEqualTo("in-flight");
      } finally {
        Files.delete(filler);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await().atMost(FaultRun.PATIENCE).until(() -> submitLarge(api, number.get()) == 202);
  }

  /// What fits on Kafka as it is submitted, and no more once its words have been found.
  private DocumentId pushGrowing() {
    String paragraph = InventedNews.article(0).paragraphs().getFirst();
    Article article =
        InventedNews.article("越写越长", Collections.nCopies(LARGE_PARAGRAPHS * 2 / 5, paragraph));
    DocumentId document = newsroom.document("growing");
    newsroom.push(document, InventedNews.submission(newsroom.source(), "growing", 1L, article));
    newsroom.flush();
    expectation.sent(document, Version.of(1, 0), article.headline());
    return document;
  }

  /// @return the answer's status
  private int submitLarge(Api api, int number) {
    String ownId = "large-" + number;
    String paragraph = InventedNews.article(number).paragraphs().getFirst();
    Article article =
        InventedNews.article(
            "大文件第" + number + "号", Collections.nCopies(LARGE_PARAGRAPHS, paragraph));
    int status =
        api.submit(
                "application/json",
                ContractJson.write(InventedNews.submission(newsroom.source(), ownId, 1L, article)),
                Map.of())
            .status();
    if (status == 202) {
      expectation.sent(newsroom.document(ownId), Version.of(1, 0), article.headline());
    }
    return status;
  }
}
