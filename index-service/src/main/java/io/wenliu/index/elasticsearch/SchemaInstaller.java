package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.wenliu.contract.ContractJson;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Creates the indices and their aliases where they are absent, as soon as Elasticsearch is there.
///
/// An index comes into being together with its aliases in one request, so several instances that
/// start at once cannot leave half of it behind. Until it is done, the service is not ready and
/// writes wait: they insist on the aliases. An index of an older schema has to be rebuilt first,
/// which nobody but its operator begins: it needs the room for a second one.
@Component
public class SchemaInstaller implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SchemaInstaller.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Rest5Client rest;
  private final ElasticsearchClient client;
  private final IndexNames names;
  private volatile boolean installed;
  private volatile List<String> outdated = List.of();
  private volatile boolean running;

  SchemaInstaller(Rest5Client rest, ElasticsearchClient client, IndexNames names) {
    this.rest = rest;
    this.client = client;
    this.names = names;
  }

  /// Whether every index is there.
  public boolean installed() {
    return installed;
  }

  /// Indices of an older schema than today's: they have to be rebuilt before this service is ready.
  public List<String> outdated() {
    return outdated;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("schema-installer").start(this::installUntilDone);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void installUntilDone() {
    while (running && !installed) {
      try {
        List<String> older = new ArrayList<>();
        for (IndexSchema schema : IndexSchema.values()) {
          List<String> olderOfIt = install(schema);
          if (olderOfIt.isEmpty()) {
            extend(schema);
          }
          older.addAll(olderOfIt);
        }
        tellOnce(older);
        outdated = List.copyOf(older);
        installed = older.isEmpty();
        if (installed) {
          log.info("Indices and aliases are in place");
          return;
        }
      } catch (IOException | ElasticsearchException e) {
        log.warn("Waiting for Elasticsearch before indices can be created: {}", e.toString());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private void tellOnce(List<String> older) {
    if (!older.isEmpty() && !older.equals(outdated)) {
      log.warn("Of an older schema are {}: writes wait until the indices are rebuilt", older);
    }
  }

  /// @return what stands there of an older schema
  private List<String> install(IndexSchema schema) throws IOException {
    String index = names.index(schema);
    String writeAlias = names.toWrite(schema);
    if (client.indices().existsAlias(request -> request.name(writeAlias)).value()) {
      List<String> older =
          client.indices().getAlias(request -> request.name(writeAlias)).aliases().keySet().stream()
              .filter(standing -> !schema.isHeldBy(standing, names.prefix()))
              .toList();
      for (String standing : older) {
        // Taking over an alias is the business of a rebuild, which fills the new index first.
        // What is written meanwhile has a form that the old index would refuse for good.
        rest.performRequest(new Request("PUT", "/" + standing + "/_block/write"));
      }
      return older;
    }
    ObjectNode definition = (ObjectNode) ContractJson.mapper().readTree(schema.definition());
    ObjectNode aliases = definition.putObject("aliases");
    aliases.putObject(names.toRead(schema));
    aliases.putObject(writeAlias).put("is_write_index", true);
    Request creation = new Request("PUT", "/" + index);
    creation.setJsonEntity(definition.toString());
    try {
      rest.performRequest(creation);
      log.info("Created index {}", index);
    } catch (ResponseException e) {
      if (!String.valueOf(e.getMessage()).contains("resource_already_exists_exception")) {
        throw e;
      }
      // Another instance was faster.
    }
    return List.of();
  }

  /// Fields that a schema version has been given since its index was made: a strict mapping would
  /// refuse every document that has them. What is there already gets them by a rebuild.
  private void extend(IndexSchema schema) throws IOException {
    Request mapping = new Request("PUT", "/" + names.toWrite(schema) + "/_mapping");
    mapping.setJsonEntity(
        ContractJson.mapper().readTree(schema.definition()).path("mappings").toString());
    rest.performRequest(mapping);
  }
}
