package io.wenliu.index;

import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.PartialDate;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import io.wenliu.testkit.Names;
import io.wenliu.text.Segmenter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/// Speaks for the stages before this service, and asks what readers ask.
@TestComponent
class Newsroom {

  static final String SOURCE = "test-newsroom";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration STILL = Duration.ofSeconds(2);

  private final EventPublisher publisher;
  private final Segmenter segmenter;
  private final Environment environment;
  private final HttpClient http = HttpClient.newHttpClient();

  Newsroom(EventPublisher publisher, Segmenter segmenter, Environment environment) {
    this.publisher = publisher;
    this.segmenter = segmenter;
    this.environment = environment;
  }

  /// A document that no other test has.
  static DocumentId newDocument() {
    return DocumentId.of(SOURCE, Names.unique("page"));
  }

  static Version version(long content) {
    return Version.of(content, 0);
  }

  static Article article(String headline, String... paragraphs) {
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
        "3",
        new PartialDate("2025-03-18"),
        false,
        null,
        List.of(),
        List.of(paragraphs),
        List.of());
  }

  /// The article as nlp-service would pass it on.
  ///
  /// Its signature samples every passage of eight characters.
  ArticleEnriched enriched(DocumentId document, Version version, Article article) {
    ArticleId id = ArticleId.ofHeadlines(document, List.of(article.headline())).getFirst();
    Enrichment enrichment =
        new Enrichment(
            segmenter.version(),
            segmenter.searchWords(article.headline()),
            article.paragraphs().stream().map(segmenter::searchWords).toList(),
            List.of(
                new Enrichment.Entity(
                    "林晓雨", Enrichment.EntityType.PER, 0, 0, "林晓雨", null, null, null)),
            List.of(),
            List.of(new Enrichment.Keyphrase("人工智能", 1)),
            List.of(),
            List.of(new Enrichment.Topic("medtop:20000763", "人工智能", 0.9)),
            Enrichment.ArticleKind.NEWS,
            signature(article.text()),
            Set.of());
    return new ArticleEnriched(id, document, version, SOURCE, now(), article, enrichment);
  }

  private static Enrichment.@Nullable Signature signature(String text) {
    List<String> passages =
        IntStream.rangeClosed(0, text.length() - 8)
            .mapToObj(i -> Integer.toHexString(text.substring(i, i + 8).hashCode() * 0x9E3779B9))
            .distinct()
            .toList();
    return passages.size() < 40 ? null : new Enrichment.Signature("test", passages);
  }

  static DocumentManifest manifest(
      DocumentId document, Version version, List<ArticleEnriched> articles) {
    return new DocumentManifest(
        document,
        version,
        SOURCE,
        "page-3",
        "page-3.txt",
        "text/plain",
        now(),
        articles.stream().map(ArticleEnriched::id).toList());
  }

  static DocumentWithdrawn withdrawal(DocumentId document, @Nullable Version version) {
    return new DocumentWithdrawn(document, version, SOURCE, now(), "来源要求撤稿");
  }

  /// A page with its articles, as one transaction of the stage before puts it.
  List<ArticleEnriched> publishPage(DocumentId document, Version version, Article... articles) {
    List<ArticleEnriched> enriched =
        List.of(articles).stream().map(a -> enriched(document, version, a)).toList();
    tell(document, version, null, JourneyEvent.Step.RECEIVED);
    enriched.forEach(article -> {
      tell(document, version, article.id(), JourneyEvent.Step.EXTRACTED);
      publish(article);
    });
    publish(manifest(document, version, enriched));
    return enriched;
  }

  /// A page of whose article nothing but its line in the manifest has come.
  void publishPageWithout(DocumentId document, Version version, Article article) {
    tell(document, version, null, JourneyEvent.Step.RECEIVED);
    publish(manifest(document, version, List.of(enriched(document, version, article))));
  }

  /// What this service tells of an article once a search shows it.
  void tellIndexed(ArticleEnriched article) {
    publisher.publish(
        Outbound.journey(
            new JourneyEvent(
                article.document(),
                article.version(),
                article.id(),
                Stage.INDEX,
                JourneyEvent.Step.INDEXED,
                null,
                Instant.now())));
  }

  /// What ingest-service would tell.
  private void tell(
      DocumentId document, Version version, @Nullable ArticleId article, JourneyEvent.Step step) {
    publisher.publish(
        Outbound.journey(
            new JourneyEvent(document, version, article, Stage.INGEST, step, null, now())));
  }

  /// A page that has one article.
  void publishArticle(ArticleEnriched article) {
    publish(article);
    publish(manifest(article.document(), article.version(), List.of(article)));
  }

  void publish(PipelineMessage message) {
    publisher.publish(Outbound.event(Topics.ENRICHED, message));
  }

  void publishVector(PipelineMessage message) {
    publisher.publish(Outbound.event(Topics.EMBEDDED, message));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /// An answer of the service.
  record Answer(int status, JsonNode body) {}

  /// Asked by somebody who does not say which language they read.
  Answer get(String path) {
    return answer(HttpRequest.newBuilder(uri(path)).build());
  }

  Answer get(String path, String language) {
    return answer(HttpRequest.newBuilder(uri(path)).header("Accept-Language", language).build());
  }

  Answer post(String path, String json) {
    return answer(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private Answer answer(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), ContractJson.mapper().readTree(response.body()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  URI uri(String path) {
    return URI.create(
        "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
  }

  /// What the search box answers.
  JsonNode search(String query, String... parameters) {
    String further = parameters.length == 0 ? "" : "&" + String.join("&", parameters);
    return get("/api/v1/articles?q=" + encoded(query) + further).body();
  }

  List<String> headlines(String query) {
    return search(query)
        .path("hits")
        .valueStream()
        .map(h -> h.path("headline").asString())
        .toList();
  }

  /// What the ledger has accepted and counts in no state, of documents or of articles; below zero
  /// where it counts what nobody has accepted. Of tests that speak for the later stages alone, some
  /// is left over.
  long imbalance(String side) {
    JsonNode line = get("/api/v1/ledger").body().path(side);
    return line.path("accepted").asLong()
        - List.of("searchable", "superseded", "rejected", "withdrawn", "inFlight").stream()
            .mapToLong(state -> line.path(state).asLong())
            .sum();
  }

  /// The same once it stands still: what tests before have sent may still be on its way.
  long settledImbalance(String side) {
    AtomicLong last = new AtomicLong(imbalance(side));
    await()
        .during(STILL)
        .atMost(PATIENCE)
        .until(() -> {
          long now = imbalance(side);
          return last.getAndSet(now) == now;
        });
    return last.get();
  }

  String stateOf(DocumentId document) {
    return get("/api/v1/submissions/" + document).body().path("state").asString("unknown");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
