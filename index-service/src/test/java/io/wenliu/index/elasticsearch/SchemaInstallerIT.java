package io.wenliu.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wenliu.contract.ContractJson;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.testkit.NeedsElasticsearch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@NeedsElasticsearch
class SchemaInstallerIT {

  private final ElasticsearchSettings settings = OwnIndices.settings();
  private final ElasticsearchConfiguration configuration = new ElasticsearchConfiguration();
  private final IndexNames names = new IndexNames(settings);
  private final String prefix = names.prefix();

  @Test
  void anIndexFromBeforeTakesTheFieldsThatCameSince() throws Exception {
    // Given
    try (Rest5Client rest = configuration.elasticsearchRestClient(settings)) {
      ElasticsearchClient client = configuration.elasticsearchClient(rest);
      ObjectNode older =
          (ObjectNode) ContractJson.mapper().readTree(IndexSchema.ARTICLES.definition());
      ((ObjectNode) older.path("mappings").path("properties")).remove("works");
      create(rest, IndexSchema.ARTICLES.index(prefix), older);

      // When
      SchemaInstaller installer = new SchemaInstaller(rest, client, names);
      installer.start();
      try {
        await().atMost(Duration.ofMinutes(1)).until(installer::installed);
      } finally {
        installer.stop();
      }

      // Then
      assertThat(
              client
                  .index(i ->
                      i.index(names.toWrite(IndexSchema.ARTICLES))
                          .id("1")
                          .document(Map.of("id", "1", "works", "渔业法")))
                  .result()
                  .jsonValue())
          .isEqualTo("created");
    }
  }

  @Test
  void anIndexOfAnOlderSchemaIsToldUntilARebuiltOneHasTakenItsPlace() throws Exception {
    // Given
    try (Rest5Client rest = configuration.elasticsearchRestClient(settings)) {
      ElasticsearchClient client = configuration.elasticsearchClient(rest);
      String older = prefix + "articles-v0";
      create(
          rest,
          older,
          (ObjectNode) ContractJson.mapper().readTree(IndexSchema.ARTICLES.definition()));
      IndexRollover rollover =
          new IndexRollover(
              rest, client, names, new BulkMetrics(new SimpleMeterRegistry()), settings);
      SchemaInstaller installer = new SchemaInstaller(rest, client, names);
      installer.start();
      try {
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> installer.outdated().equals(List.of(older)));
        assertThat(installer.installed()).isFalse();

        // When
        rollover.begin();
        rollover.blockWrites();
        rollover.takeOver();

        // Then
        await().atMost(Duration.ofMinutes(1)).until(installer::installed);
        assertThat(installer.outdated()).isEmpty();
      } finally {
        installer.stop();
      }
    }
  }

  private void create(Rest5Client rest, String index, ObjectNode definition) throws Exception {
    ObjectNode aliases = definition.putObject("aliases");
    aliases.putObject(names.toRead(IndexSchema.ARTICLES));
    aliases.putObject(names.toWrite(IndexSchema.ARTICLES)).put("is_write_index", true);
    Request creation = new Request("PUT", "/" + index);
    creation.setJsonEntity(definition.toString());
    rest.performRequest(creation);
  }
}
