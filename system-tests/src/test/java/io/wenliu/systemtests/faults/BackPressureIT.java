package io.wenliu.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Article;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Submission;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import io.wenliu.localstack.ServiceProcess;
import io.wenliu.systemtests.IndexContents;
import io.wenliu.systemtests.InventedNews;
import io.wenliu.systemtests.Newsroom;
import io.wenliu.systemtests.ServiceMetrics;
import io.wenliu.testkit.Names;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// With Elasticsearch away, the pipeline takes in as much as it is told to, on Kafka's disks and
/// not in anybody's memory, then asks to wait.
@Tag("faults") // moves hundreds of megabytes
class BackPressureIT {

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int LIMIT = 1_000;

  /// So many that every service has as much in its hands as it ever takes at once.
  private static final int FULL_BATCH = 1_000;

  private static final int MORE = 2_000;
  private static final String RETRY_AFTER = "7";

  /// What a service may hold more at more than twice the backlog: the difference between two
  /// moments, less than what has come even before words were found in it.
  private static final long TOLERANCE = 48L << 20;

  private static final int SAMPLES = 6;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String source = Names.unique("pressure");
  private final Expectation expectation = new Expectation();

  @Test
  void withElasticsearchAwayMemoryStaysBoundedIntakeSaysWhenItIsFullAndAllOfItDrains()
      throws Exception {
    // Given
    Path folder = Path.of("target", "system-tests", "pressure-" + ProcessHandle.current().pid());
    Map<String, String> settings =
        Map.of(
            "WENLIU_INGEST_INTAKE_MAXBACKLOG",
            Integer.toString(LIMIT),
            "WENLIU_INGEST_INTAKE_RETRYAFTER",
            RETRY_AFTER + "s");
    try (FaultyPipeline pipeline = FaultyPipeline.start(folder, settings);
        TopicWitness topics = new TopicWitness(pipeline.processes().kafka().bootstrapServers());
        Newsroom newsroom = new Newsroom(source, pipeline.processes().kafka().bootstrapServers())) {
      Map<String, Long> processes = processes(pipeline);
      pipeline.processes().elasticsearch().stop();

      // When
      int number = 0;
      HttpResponse<Void> answer = submit(pipeline, newsroom, number);
      while (answer.statusCode() == 202) {
        number++;
        answer = submit(pipeline, newsroom, number);
      }
      push(newsroom, number, number + FULL_BATCH);
      awaitEnriched(topics);
      Map<String, Long> withAFullBatch = heaps(pipeline);
      long bytes = push(newsroom, number + FULL_BATCH, number + FULL_BATCH + MORE);
      awaitEnriched(topics);
      Map<String, Long> beyond = heaps(pipeline);
      System.out.println(number + " documents at the limit");
      System.out.println(FULL_BATCH + " documents more: " + withAFullBatch);
      System.out.println(MORE + " documents more, " + bytes + " bytes: " + beyond);

      // Then
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains(RETRY_AFTER);
      assertThat(number).isBetween(LIMIT / 10, 2 * LIMIT);
      assertThat(bytes).isGreaterThan(TOLERANCE);
      beyond.forEach((service, heap) ->
          assertThat(heap - withAFullBatch.getOrDefault(service, 0L))
              .as(service)
              .isLessThan(TOLERANCE));
      pipeline.processes().elasticsearch().start();
      Checker checker =
          new Checker(topics, new IndexContents(pipeline.processes().elasticsearch().uri()));
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(2))
          .ignoreExceptions()
          .until(() -> checker.check(Set.of(source), expectation), Verdict::clean);
      assertThat(processes(pipeline)).isEqualTo(processes);
    }
  }

  private HttpResponse<Void> submit(FaultyPipeline pipeline, Newsroom newsroom, int number)
      throws Exception {
    Submission submission = submission(number);
    URI uri = pipeline.processes().address().resolve("/api/v1/submissions");
    HttpResponse<Void> answer =
        HTTP.send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ContractJson.write(submission)))
                .build(),
            BodyHandlers.discarding());
    if (answer.statusCode() == 202) {
      expect(newsroom, number);
    }
    return answer;
  }

  /// Past the intake's limit, on Kafka.
  ///
  /// @return how many bytes that was
  private long push(Newsroom newsroom, int from, int to) {
    long bytes = 0;
    for (int number = from; number < to; number++) {
      Submission submission = submission(number);
      bytes += ContractJson.write(submission).length;
      newsroom.push(newsroom.document(ownId(number)), submission);
      expect(newsroom, number);
    }
    newsroom.flush();
    return bytes;
  }

  private void expect(Newsroom newsroom, int number) {
    DocumentId document = newsroom.document(ownId(number));
    expectation.sent(document, Version.of(1, 0), article(number).headline());
  }

  private Submission submission(int number) {
    return InventedNews.submission(source, ownId(number), 1L, article(number));
  }

  /// Some thirty thousand bytes.
  private static Article article(int number) {
    Article article = InventedNews.article(number);
    return InventedNews.article(
        article.headline(),
        Collections.nCopies(75, article.paragraphs()).stream().flatMap(List::stream).toList());
  }

  private static String ownId(int number) {
    return "pressure-" + number;
  }

  /// Until all stages but the last are done.
  private void awaitEnriched(TopicWitness topics) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          topics.look();
          return topics.contents(Topics.ENRICHED).articles().size()
              == expectation.documents().size();
        });
  }

  private static Map<String, Long> processes(FaultyPipeline pipeline) {
    Map<String, Long> processes = new TreeMap<>();
    for (ServiceProcess service : pipeline.processes().services()) {
      processes.put(service.name(), service.pid());
    }
    return processes;
  }

  /// The least that each service's heap holds after a collection, at several moments, in bytes.
  private static Map<String, Long> heaps(FaultyPipeline pipeline) throws Exception {
    Map<String, Long> least = new TreeMap<>();
    for (int sample = 0; sample < SAMPLES; sample++) {
      for (ServiceProcess service : pipeline.processes().services()) {
        least.merge(service.name(), heap(service), Math::min);
      }
      FaultyPipeline.last(Duration.ofSeconds(1));
    }
    return least;
  }

  private static long heap(ServiceProcess service) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process collection =
        new ProcessBuilder(jcmd.toString(), Long.toString(service.pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(collection.waitFor()).isZero();
    return (long)
        ServiceMetrics.sum(
            service,
            line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""));
  }
}
