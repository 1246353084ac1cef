package io.wenliu.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Topics;
import io.wenliu.localstack.ServerProcess;
import io.wenliu.systemtests.Api;
import io.wenliu.systemtests.InventedNews;
import io.wenliu.systemtests.Newsroom;
import io.wenliu.systemtests.SharedPipeline;
import io.wenliu.systemtests.hostile.HostileFile.Ending;
import io.wenliu.systemtests.hostile.Outcomes.Outcome;
import io.wenliu.testkit.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The whole hostile corpus through the running pipeline, with good articles between: every bad
/// file ends with a reason or as the text that it still is, every good one is searchable, and no
/// process but the parsers' own children ends.
@Tag("faults")
class HostileInputIT {

  /// On an idle machine a wave takes some seconds, and a file never more than its parser's limit.
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final int WAVE = 20;
  private static final int BAD_PER_GOOD = 5;
  private static final int HTTP_PER_FILES = 3;
  private static final int MOST_BYTES_ON_KAFKA = 900_000;

  private static Api api;
  private static Outcomes outcomes;

  @BeforeAll
  static void openTheDoors() {
    api = Api.ofSharedPipeline();
    outcomes = new Outcomes(api, SharedPipeline.get().kafka().bootstrapServers());
  }

  @AfterAll
  static void closeTheDoors() {
    outcomes.close();
  }

  @Test
  void byKafkaEveryBadFileEndsWithAReasonAndEveryGoodOneIsSearchable() {
    // Given
    Map<String, Long> processes = processes();
    List<HostileFile> corpus =
        HostileCorpus.all().stream().filter(file -> file.size() < MOST_BYTES_ON_KAFKA).toList();
    Map<HostileFile, Outcome> ended = new HashMap<>();
    Duration longest = Duration.ZERO;

    // When
    try (Newsroom good =
            new Newsroom(Names.unique("good"), SharedPipeline.get().kafka().bootstrapServers());
        KafkaProducer<byte[], byte[]> bad = producer()) {
      for (int from = 0; from < corpus.size(); from += WAVE) {
        Instant start = Instant.now();
        List<HostileFile> wave = corpus.subList(from, Math.min(corpus.size(), from + WAVE));
        List<DocumentId> articles = push(wave, from, good, bad);
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> {
              outcomes.look();
              for (HostileFile file : wave) {
                Outcome outcome = ended.containsKey(file) ? ended.get(file) : outcomes.of(file);
                if (outcome != null) {
                  ended.put(file, outcome);
                }
              }
              assertThat(wave).allMatch(ended::containsKey);
              assertThat(articles).allMatch(article -> api.state(article).equals("searchable"));
            });
        Duration took = Duration.between(start, Instant.now());
        longest = took.compareTo(longest) > 0 ? took : longest;
      }
    }

    // Then
    print("Kafka", ended);
    System.out.println("longest until " + WAVE + " had ended: " + longest.toSeconds() + " s");
    assertThat(ended)
        .allSatisfy((file, outcome) -> {
          assertThat(outcome.searchable() && file.ending() == Ending.REFUSED)
              .as(file + " is taken")
              .isFalse();
          assertThat(outcome.searchable() || !String.valueOf(outcome.reason()).isBlank())
              .as(file + " has a reason")
              .isTrue();
        });
    assertThat(corpus).allSatisfy(HostileInputIT::tellsNoSecret);
    assertThat(processes()).isEqualTo(processes);
  }

  @Test
  void byHttpEveryBadFileIsRefusedOrEndsWithAReason() {
    // Given
    Map<String, Long> processes = processes();
    String source = Names.unique("hostile-http");
    Map<HostileFile, Outcome> ended = new HashMap<>();
    List<HostileFile> all = HostileCorpus.all();
    List<HostileFile> corpus =
        IntStream.range(0, all.size())
            .filter(i -> i % HTTP_PER_FILES == 0 || all.get(i).size() >= MOST_BYTES_ON_KAFKA)
            .mapToObj(all::get)
            .filter(HostileFile::isFile)
            .toList();

    // When
    for (int from = 0; from < corpus.size(); from += WAVE) {
      Map<HostileFile, DocumentId> open = new HashMap<>();
      for (HostileFile file : corpus.subList(from, Math.min(corpus.size(), from + WAVE))) {
        Api.Answer answer = submit(source, file);
        if (answer.status() == 202) {
          open.put(file, new DocumentId(answer.body().path("documentId").asString()));
        } else {
          assertThat(answer.status()).as(file.name()).isBetween(400, 499);
          ended.put(file, new Outcome(false, answer.body().path("detail").asString("")));
        }
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            open.forEach((file, document) -> {
              Outcome outcome = ended.containsKey(file) ? null : outcomes.of(document);
              if (outcome != null) {
                ended.put(file, outcome);
              }
            });
            assertThat(open.keySet()).allMatch(ended::containsKey);
          });
    }

    // Then
    print("HTTP", ended);
    assertThat(ended)
        .allSatisfy((file, outcome) -> {
          assertThat(outcome.searchable() && file.ending() == Ending.REFUSED)
              .as(file + " is taken")
              .isFalse();
          assertThat(outcome.searchable() || !String.valueOf(outcome.reason()).isBlank())
              .as(file + " has a reason")
              .isTrue();
        });
    assertThat(processes()).isEqualTo(processes);
  }

  private static List<DocumentId> push(
      List<HostileFile> wave, int first, Newsroom good, KafkaProducer<byte[], byte[]> bad) {
    List<DocumentId> articles = new ArrayList<>();
    for (int i = 0; i < wave.size(); i++) {
      HostileFile file = wave.get(i);
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(Topics.SUBMISSIONS, BrokenFiles.utf8(file.name()), file.value());
      file.headers().forEach(record.headers()::add);
      record.headers().add(Outcomes.CORPUS_HEADER, BrokenFiles.utf8(file.name()));
      var _ = bad.send(record);
      if (i % BAD_PER_GOOD == 0) {
        DocumentId article = good.document("good-" + (first + i));
        good.push(
            article,
            InventedNews.submission(
                good.source(), "good-" + (first + i), 1L, InventedNews.article(first + i)));
        articles.add(article);
      }
    }
    bad.flush();
    good.flush();
    return articles;
  }

  private static Api.Answer submit(String source, HostileFile file) {
    byte[] value = file.value();
    String type = file.header("content-type");
    boolean sayable = type.chars().allMatch(c -> c >= ' ' && c < 127);
    return api.submit(
        sayable ? type : "application/octet-stream",
        value == null ? new byte[0] : value,
        Map.of("X-Wenliu-Source", source, "X-Wenliu-Id", file.name()),
        Map.of("filename", file.header("ce_filename")));
  }

  /// What an external entity would have read is nowhere.
  private static void tellsNoSecret(HostileFile file) {
    DocumentId document = outcomes.document(file);
    if (document != null) {
      for (JsonNode article : api.journey(document).body().path("articles")) {
        assertThat(api.article(article.path("id").asString()).body().toString())
            .as(file.name())
            .doesNotContain(HostileMarkup.SECRET);
      }
    }
  }

  private static Map<String, Long> processes() {
    Map<String, Long> pids = new TreeMap<>();
    for (ServerProcess process : SharedPipeline.get().processes()) {
      assertThat(process.isAlive()).as(process.name()).isTrue();
      pids.put(process.name(), process.pid());
    }
    return pids;
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", SharedPipeline.get().kafka().bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static void print(String way, Map<HostileFile, Outcome> ended) {
    Map<String, Integer> counts = new TreeMap<>();
    ended.forEach((file, outcome) ->
        counts.merge(
            outcome.searchable() ? "harmless, searchable" : "refused: " + kind(outcome),
            1,
            Integer::sum));
    System.out.println("hostile files by " + way + ": " + ended.size());
    counts.forEach((outcome, count) -> System.out.printf("%6d  %s%n", count, outcome));
  }

  /// The reason without what differs from file to file.
  private static String kind(Outcome outcome) {
    String reason = String.valueOf(outcome.reason());
    String head = reason.split("[：:（(，\n]", 2)[0];
    return head.substring(0, Math.min(head.length(), 60));
  }
}
