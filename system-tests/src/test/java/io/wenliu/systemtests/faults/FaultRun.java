package io.wenliu.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Article;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import io.wenliu.systemtests.Api;
import io.wenliu.systemtests.IndexContents;
import io.wenliu.systemtests.InventedNews;
import io.wenliu.systemtests.Newsroom;
import io.wenliu.testkit.Names;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestInstance;

/// Faults one after the other in one pipeline; after each, and once more at the end, nothing is
/// missing, extra or stale, and every accepted version is accounted for.
///
/// `-Dwenliu.seed=N` repeats a run, `-Dwenliu.articles=N` sets how many documents flow in all.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultRun {

  private static final Duration PATIENCE =
      Duration.ofMinutes(Integer.getInteger("wenliu.patience", 30));
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final int LARGE_DOCUMENTS = 4;
  private static final int LARGE_PARAGRAPHS = 9_000;

  private final long seed =
      Long.getLong("wenliu.seed", new Random().nextLong(1, Integer.MAX_VALUE));
  private final Random random = new Random(seed);
  private final FaultTable table = new FaultTable(seed);
  private final Set<String> sources = new TreeSet<>();
  private final Expectation everything = new Expectation();
  private final FaultyPipeline pipeline =
      FaultyPipeline.start(
          Path.of("target", "system-tests", "faults-" + ProcessHandle.current().pid()));
  private final TopicWitness topics =
      new TopicWitness(pipeline.processes().kafka().bootstrapServers());
  private final Checker checker =
      new Checker(topics, new IndexContents(pipeline.processes().elasticsearch().uri()));

  FaultRun() {
    System.out.println("wenliu.seed=" + seed);
  }

  @AfterAll
  void tell() {
    System.out.println(table);
    try (pipeline;
        topics) {
      Verdict verdict = checker.check(sources, everything);
      System.out.println("all together: " + verdict);
      assertThat(verdict).matches(Verdict::clean, "is clean");
      assertThat(ledger()).isEqualTo(everything.ledger());
    }
  }

  /// What the pipeline itself counts: document versions by state.
  private Map<String, Long> ledger() {
    Map<String, Long> ledger = new TreeMap<>();
    new Api(pipeline.processes().address())
        .get("/api/v1/ledger")
        .body()
        .path("documents")
        .properties()
        .forEach(line -> ledger.put(line.getKey(), line.getValue().asLong()));
    System.out.println("ledger: " + ledger);
    return ledger;
  }

  /// Lets documents flow, strikes while they do, and waits until all is well again.
  void survive(Fault fault, int documents) {
    Assumptions.assumeTrue(fault.isPossible(), () -> fault + " needs libfaketime");
    String source = Names.unique("fault");
    sources.add(source);
    Expectation expectation = new Expectation();
    long repeatsBefore = topics.repeats();
    try (Newsroom newsroom =
        new Newsroom(source, pipeline.processes().kafka().bootstrapServers())) {
      Traffic traffic = new Traffic(newsroom, seed + fault.name().hashCode(), expectation);
      traffic.send(0, documents / 2);
      Awaitility.await().atMost(PATIENCE).until(() -> checker.alive(source) > 0);

      Thread sender = Thread.ofVirtual().start(() -> traffic.trickle(documents / 2, documents));
      fault.strike(pipeline, new SceneOf(newsroom, traffic, expectation, documents));
      Instant mended = Instant.now();
      pipeline.awaitReady();
      join(sender);

      Verdict verdict = awaitClean(source, expectation);
      Duration recovery = Duration.between(mended, Instant.now());
      table.add(fault, verdict, topics.repeats() - repeatsBefore, recovery);
      System.out.println(fault + ": " + verdict + " after " + recovery.toSeconds() + " s");
      assertThat(verdict).matches(Verdict::clean, "is clean");
    } finally {
      everything.addAll(expectation);
    }
  }

  private Verdict awaitClean(String source, Expectation expectation) {
    Instant deadline = Instant.now().plus(PATIENCE);
    Verdict verdict = checker.check(Set.of(source), expectation);
    while (!verdict.clean() && Instant.now().isBefore(deadline)) {
      FaultyPipeline.last(LOOK_EVERY);
      verdict = checker.check(Set.of(source), expectation);
    }
    return verdict;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private final class SceneOf implements Fault.Scene {

    private final Newsroom newsroom;
    private final Traffic traffic;
    private final Expectation expectation;
    private final int documents;

    SceneOf(Newsroom newsroom, Traffic traffic, Expectation expectation, int documents) {
      this.newsroom = newsroom;
      this.traffic = traffic;
      this.expectation = expectation;
      this.documents = documents;
    }

    @Override
    public Random random() {
      return random;
    }

    @Override
    public void sendByClocks() {
      Instant now = Instant.now();
      List<Duration> steps =
          List.of(Duration.ZERO, Duration.ofMinutes(50), Duration.ofMinutes(-50));
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
              .atMost(PATIENCE)
              .pollInterval(LOOK_EVERY)
              .until(() -> submitLarge(api, number.getAndIncrement()) == 507);
          DocumentId waiting = pushGrowing();
          FaultyPipeline.last(Duration.ofSeconds(10));
          assertThat(api.state(waiting)).isEqualTo("in-flight");
        } finally {
          Files.delete(filler);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Awaitility.await().atMost(PATIENCE).until(() -> submitLarge(api, number.get()) == 202);
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
                  ContractJson.write(
                      InventedNews.submission(newsroom.source(), ownId, 1L, article)),
                  Map.of())
              .status();
      if (status == 202) {
        expectation.sent(newsroom.document(ownId), Version.of(1, 0), article.headline());
      }
      return status;
    }
  }
}
