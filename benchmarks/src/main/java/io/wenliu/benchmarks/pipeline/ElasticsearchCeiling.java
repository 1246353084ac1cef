package io.wenliu.benchmarks.pipeline;

import io.wenliu.contract.ContractJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How fast Elasticsearch alone takes the very documents that the pipeline wrote, by bulk requests,
/// into an index of the same mapping, until a search sees them all.
final class ElasticsearchCeiling {

  private static final String COPY = "bench-copy";
  private static final int PAGE = 500;
  private static final int BULK_BYTES = 2 << 20;
  private static final int BULKS_UNDER_WAY = 2;

  private final ElasticsearchHttp elasticsearch;
  private final String source;

  /// @param source whose documents are taken
  ElasticsearchCeiling(ElasticsearchHttp elasticsearch, String source) {
    this.elasticsearch = elasticsearch;
    this.source = source;
  }

  /// @return documents per second
  double measure() throws Exception {
    List<byte[]> bulks = bulks();
    createCopy();
    try (ExecutorService senders = Executors.newFixedThreadPool(BULKS_UNDER_WAY)) {
      long start = System.nanoTime();
      List<Future<?>> sent = new ArrayList<>();
      for (byte[] bulk : bulks) {
        sent.add(senders.submit(() -> send(bulk)));
      }
      for (Future<?> future : sent) {
        future.get();
      }
      elasticsearch.post("/" + COPY + "/_refresh", "");
      double seconds = (System.nanoTime() - start) / 1e9;
      return elasticsearch.get("/" + COPY + "/_count").path("count").asLong() / seconds;
    } finally {
      elasticsearch.delete("/" + COPY);
    }
  }

  private void send(byte[] bulk) {
    JsonNode answer = elasticsearch.post("/_bulk", bulk);
    if (answer.path("errors").asBoolean()) {
      throw new IllegalStateException("Elasticsearch refused a document: " + answer);
    }
  }

  private void createCopy() {
    JsonNode original = elasticsearch.get("/articles").iterator().next();
    ObjectNode settings = (ObjectNode) original.at("/settings/index");
    settings.remove(List.of("uuid", "creation_date", "provided_name", "version", "routing"));
    ObjectNode index = ContractJson.mapper().createObjectNode();
    index.putObject("settings").set("index", settings);
    index.set("mappings", original.get("mappings"));
    elasticsearch.put("/" + COPY, index.toString());
  }

  private List<byte[]> bulks() {
    List<byte[]> bulks = new ArrayList<>();
    ByteArrayOutputStream bulk = new ByteArrayOutputStream();
    String after = "";
    while (true) {
      JsonNode hits =
          elasticsearch
              .post(
                  "/articles/_search",
                  """
                  {"size": %d, "sort": [{"id": "asc"}], %s "query": {"term": {"source": "%s"}}}
                  """
                      .formatted(PAGE, after, source))
              .at("/hits/hits");
      if (hits.isEmpty()) {
        break;
      }
      for (JsonNode hit : hits) {
        JsonNode document = hit.get("_source");
        line(
            bulk,
            """
            {"index":{"_index":"%s","_id":"%s","version":%d,"version_type":"external"}}\
            """
                .formatted(COPY, hit.path("_id").asString(), document.path("version").asLong()));
        line(bulk, document.toString());
        if (bulk.size() >= BULK_BYTES) {
          bulks.add(bulk.toByteArray());
          bulk.reset();
        }
        after = "\"search_after\": [\"" + document.path("id").asString() + "\"],";
      }
    }
    if (bulk.size() > 0) {
      bulks.add(bulk.toByteArray());
    }
    return bulks;
  }

  private static void line(ByteArrayOutputStream bulk, String json) {
    bulk.writeBytes(json.getBytes(StandardCharsets.UTF_8));
    bulk.write('\n');
  }
}
