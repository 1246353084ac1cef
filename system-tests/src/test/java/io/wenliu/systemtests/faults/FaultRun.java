package io.wenliu.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.systemtests.Api;
import io.wenliu.systemtests.IndexContents;
import io.wenliu.systemtests.Newsroom;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestInstance;

/// Faults one after the other in one pipeline; after each, and once more at the end, nothing is
/// missing, extra or stale, and every accepted version is accounted for.
///
/// `-Dwenliu.seed=N` repeats a run, or one fault of it, `-Dwenliu.articles=N` sets how many
/// documents flow in all, `-Dwenliu.patience=N` after how many minutes one fault is given up.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultRun {

  static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("wenliu.patience", 30));

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration LEDGER_PATIENCE = Duration.ofMinutes(1);

  /// One document in so many comes over HTTP.
  private static final int OVER_HTTP = 20;

  private static final Executor SENDERS = task -> Thread.ofVirtual().start(task);

  private final long seed =
      Long.getLong("wenliu.seed", new Random().nextLong(1, Integer.MAX_VALUE));
  private final FaultTable table = new FaultTable(seed);
  private final Set<String> sources = new TreeSet<>();
  private final Expectation everything = new Expectation();
  private final FaultyPipeline pipeline;
  private final TopicWitness topics;
  private final Checker checker;

  /// Without vectors.
  FaultRun() {
    this("enrich");
  }

  /// @param nlpRoles where `embed` is one of them, vectors are looked at too
  FaultRun(String nlpRoles) {
    System.out.println("wenliu.seed=" + seed);
    String name = getClass().getSimpleName() + "-" + ProcessHandle.current().pid();
    pipeline = FaultyPipeline.start(Path.of("target", "system-tests", name), nlpRoles);
    topics = new TopicWitness(pipeline.processes().kafka().bootstrapServers());
    checker =
        new Checker(
            topics,
            new IndexContents(pipeline.processes().elasticsearch().uri()),
            nlpRoles.contains("embed"));
  }

  @AfterAll
  void tell() {
    System.out.println(table);
    try (pipeline;
        topics) {
      Verdict verdict = checker.check(sources, everything);
      Ledger ledger = ledger();
      System.out.println("all together: " + verdict + "\nledger: " + ledger);
      assertThat(verdict).matches(Verdict::clean, "is clean");
      assertThat(ledger).isEqualTo(Ledger.of(everything, topics));
    }
  }

  /// What the pipeline itself counts.
  private Ledger ledger() {
    return Ledger.of(new Api(pipeline.processes().address()).get("/api/v1/ledger").body());
  }

  /// Lets documents flow, strikes while they do, and waits until all is well again.
  void survive(Fault fault, int documents) {
    Assumptions.assumeTrue(fault.isPossible(), () -> fault + " needs libfaketime");
    String source = "fault-" + seed + "-" + fault;
    sources.add(source);
    Expectation expectation = new Expectation();
    Ledger before = ledger();
    long repeatsBefore = topics.repeats();
    try (Newsroom newsroom =
        new Newsroom(source, pipeline.processes().kafka().bootstrapServers())) {
      long own = seed + fault.name().hashCode();
      Traffic traffic = new Traffic(newsroom, own, expectation);
      traffic.send(0, documents / 2);
      Awaitility.await().atMost(PATIENCE).until(() -> checker.alive(source) > 0);

      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Void> pushing =
          CompletableFuture.runAsync(
              () -> traffic.trickle(documents / 2, documents, over::get), SENDERS);
      CompletableFuture<Void> submitting =
          CompletableFuture.runAsync(
              () ->
                  new Correspondent(newsroom, new Api(pipeline.processes().address()), expectation)
                      .send(documents / OVER_HTTP, over::get),
              SENDERS);
      Random random = new Random(own);
      fault.strike(
          pipeline, new LiveScene(pipeline, newsroom, traffic, expectation, random, documents));
      Instant mended = Instant.now();
      pipeline.awaitReady();
      over.set(true);
      pushing.join();
      submitting.join();

      Verdict verdict = awaitClean(source, expectation);
      Duration recovery = Duration.between(mended, Instant.now());
      table.add(fault, verdict, topics.repeats() - repeatsBefore, recovery);
      System.out.println(fault + ": " + verdict + " after " + recovery.toSeconds() + " s");
      assertThat(verdict).matches(Verdict::clean, "is clean");
      Awaitility.await()
          .atMost(LEDGER_PATIENCE)
          .untilAsserted(
              () -> assertThat(ledger().minus(before)).isEqualTo(Ledger.of(expectation, topics)));
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
}
