package io.wenliu.benchmarks.search;

import io.wenliu.benchmarks.pipeline.ElasticsearchHttp;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.text.KnownWords;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fills the index with variations of the articles that the pipeline wrote: the very documents,
/// with another id and day, paragraphs of other articles among their own, each with its words, and
/// their vectors with noise.
final class VariedArticles {

  private static final int PAGE = 200;
  private static final int BULK_BYTES = 3 << 20;
  private static final int UNDER_WAY = 2;
  private static final long SEED = 20_260_301;
  private static final int DAYS = 3 * 365;
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 1);
  private static final float NOISE = 0.3f;
  private static final KnownWords KNOWN_WORDS = KnownWords.standard();

  private final ElasticsearchHttp elasticsearch;
  private final Random random = new Random(SEED);
  private final List<ObjectNode> articles = new ArrayList<>();
  private final List<ObjectNode> vectorDocuments = new ArrayList<>();
  private final List<float[]> vectors = new ArrayList<>();

  VariedArticles(ElasticsearchHttp elasticsearch, String source) {
    this.elasticsearch = elasticsearch;
    read(source);
  }

  /// What the pipeline has written.
  List<ObjectNode> originals() {
    return articles;
  }

  private void read(String source) {
    Map<String, ObjectNode> words = new HashMap<>();
    for (JsonNode hit : all("/articles/_search", source, "")) {
      words.put(hit.path("_id").asString(), (ObjectNode) hit.get("_source"));
    }
    for (JsonNode hit : all("/articles-vectors/_search", source, "\"fields\": [\"vector\"],")) {
      ObjectNode article = words.get(hit.path("_id").asString());
      if (article != null) {
        articles.add(article);
        vectorDocuments.add((ObjectNode) hit.get("_source"));
        vectors.add(floats(hit.at("/fields/vector")));
      }
    }
  }

  private List<JsonNode> all(String path, String source, String fields) {
    List<JsonNode> found = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode hits =
          elasticsearch
              .post(
                  path,
                  """
                  {"size": %d, %s "sort": [{"id": "asc"}], %s "query": {"bool": {"filter": [
                    {"term": {"source": "%s"}}, {"term": {"state": "alive"}}]}}}
                  """
                      .formatted(PAGE, fields, after, source))
              .at("/hits/hits");
      if (hits.isEmpty()) {
        return found;
      }
      for (JsonNode hit : hits) {
        found.add(hit);
        after = "\"search_after\": [\"" + hit.path("_id").asString() + "\"],";
      }
    }
  }

  private static float[] floats(JsonNode values) {
    float[] vector = new float[values.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) values.get(i).asDouble();
    }
    return vector;
  }

  /// @param count how many variations to write
  void write(int count) throws Exception {
    Semaphore free = new Semaphore(UNDER_WAY);
    List<Future<?>> sent = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(UNDER_WAY)) {
      ByteArrayOutputStream bulk = new ByteArrayOutputStream();
      for (int n = 0; n < count; n++) {
        add(bulk, n);
        if (bulk.size() >= BULK_BYTES || n == count - 1) {
          byte[] lines = bulk.toByteArray();
          bulk.reset();
          free.acquire();
          sent.add(
              senders.submit(() -> {
                try {
                  send(lines);
                } finally {
                  free.release();
                }
              }));
          if (sent.size() % 50 == 0) {
            System.err.println((n + 1) + " / " + count);
          }
        }
      }
      for (Future<?> request : sent) {
        request.get();
      }
    }
    elasticsearch.post("/articles,articles-vectors/_refresh", "");
  }

  private void send(byte[] lines) {
    JsonNode answer = elasticsearch.post("/_bulk", lines);
    if (answer.path("errors").asBoolean()) {
      throw new IllegalStateException(
          "Elasticsearch refused a document: " + answer.toString().substring(0, 600));
    }
  }

  private void add(ByteArrayOutputStream bulk, int number) {
    int which = number % articles.size();
    ObjectNode article = articles.get(which).deepCopy();
    mixParagraphs(article, articles.get(random.nextInt(articles.size())));
    DocumentId document = DocumentId.of("bench-varied", Integer.toString(number));
    String headline = article.at("/article/headline").asString();
    String id = ArticleId.ofHeadlines(document, List.of(headline)).getFirst().value();
    LocalDate day = LAST_DAY.minusDays(random.nextInt(DAYS));
    article.put("newest", day.atStartOfDay().toInstant(ZoneOffset.ofHours(8)).toString());
    article.set("fingerprints", strangers(article.path("fingerprints").size()));
    write(bulk, "articles-write", id, document, day, article);
    ObjectNode vector = vectorDocuments.get(which).deepCopy();
    vector.put("vector", noisy(vectors.get(which)));
    write(bulk, "articles-vectors-write", id, document, day, vector);
  }

  private static void write(
      ByteArrayOutputStream bulk,
      String index,
      String id,
      DocumentId document,
      LocalDate day,
      ObjectNode written) {
    written.put("id", id).put("documentId", document.value()).put("published", day.toString());
    line(
        bulk,
        """
        {"index":{"_index":"%s","_id":"%s","version":%d,"version_type":"external"}}\
        """
            .formatted(index, id, written.path("version").asLong()));
    line(bulk, written.toString());
  }

  /// Half of the own ones stay, in another order; some of the other article's come to them.
  private void mixParagraphs(ObjectNode article, ObjectNode other) {
    List<JsonNode> texts = new ArrayList<>();
    List<JsonNode> words = new ArrayList<>();
    take(article, 0.6, texts, words);
    take(other, 0.4, texts, words);
    if (texts.isEmpty()) {
      return;
    }
    ArrayNode paragraphs = ((ObjectNode) article.get("article")).putArray("paragraphs");
    ArrayNode paragraphWords = ((ObjectNode) article.get("enrichment")).putArray("paragraphWords");
    for (int i = 0; i < texts.size(); i++) {
      paragraphs.add(texts.get(i));
      paragraphWords.add(words.get(i));
    }
    article.put("otherWords", String.join(" ", KNOWN_WORDS.beside(strings(texts), strings(words))));
  }

  private static List<String> strings(List<JsonNode> values) {
    return values.stream().map(JsonNode::asString).toList();
  }

  private void take(ObjectNode article, double share, List<JsonNode> texts, List<JsonNode> words) {
    JsonNode paragraphs = article.at("/article/paragraphs");
    JsonNode paragraphWords = article.at("/enrichment/paragraphWords");
    for (int i = 0; i < Math.min(paragraphs.size(), paragraphWords.size()); i++) {
      if (random.nextDouble() < share) {
        int at = random.nextInt(texts.size() + 1);
        texts.add(at, paragraphs.get(i));
        words.add(at, paragraphWords.get(i));
      }
    }
  }

  /// Otherwise all variations of an article were one story, and a page of hits a single one.
  private ArrayNode strangers(int count) {
    ArrayNode prints = ContractJson.mapper().createArrayNode();
    for (int i = 0; i < count; i++) {
      prints.add(Integer.toHexString(random.nextInt()));
    }
    return prints;
  }

  private String noisy(float[] vector) {
    float[] moved = new float[vector.length];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      moved[i] = vector[i] + NOISE * (float) (random.nextGaussian() / Math.sqrt(vector.length));
      square += moved[i] * moved[i];
    }
    ByteBuffer bytes = ByteBuffer.allocate(moved.length * Float.BYTES);
    for (float value : moved) {
      bytes.putFloat((float) (value / Math.sqrt(square)));
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static void line(ByteArrayOutputStream bulk, String json) {
    bulk.writeBytes(json.getBytes(StandardCharsets.UTF_8));
    bulk.write('\n');
  }
}
