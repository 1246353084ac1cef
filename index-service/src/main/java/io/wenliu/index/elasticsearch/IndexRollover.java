package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.wenliu.contract.ContractJson;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts new indices in the place of those that searches and writes use.
///
/// The new ones are known by an alias of their own, which is there as long as a rebuild is not
/// finished. Every step may be repeated. Thread-safe.
@Component
public class IndexRollover {

  private static final Logger log = LoggerFactory.getLogger(IndexRollover.class);

  /// What is rebuilt; journeys come from a topic of their own.
  private static final List<IndexSchema> REBUILT =
      List.of(IndexSchema.ARTICLES, IndexSchema.VECTORS, IndexSchema.DOCUMENTS, IndexSchema.PAGES);

  private final Rest5Client rest;
  private final ElasticsearchClient client;
  private final IndexNames names;
  private final IndexNames rebuilt;
  private final BulkMetrics metrics;
  private final ElasticsearchSettings settings;

  IndexRollover(
      Rest5Client rest,
      ElasticsearchClient client,
      IndexNames names,
      BulkMetrics metrics,
      ElasticsearchSettings settings) {
    this.rest = rest;
    this.client = client;
    this.names = names;
    this.rebuilt = names.rebuilt();
    this.metrics = metrics;
    this.settings = settings;
  }

  /// Reads and writes the new indices.
  public record Target(
      IndexReader reader,
      BulkWriter writer,
      RefreshGate refresh,
      AliveArticles alive,
      StoredVectors vectors)
      implements AutoCloseable {

    @Override
    public void close() {
      writer.close();
    }
  }

  public Target target() {
    return new Target(
        new IndexReader(client, rebuilt),
        new BulkWriter(client, rebuilt, metrics, settings),
        new RefreshGate(client, rebuilt, settings),
        new AliveArticles(client, rebuilt),
        new StoredVectors(client, rebuilt));
  }

  /// Whether a rebuild has begun and not taken over yet.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be told now
  public boolean unfinished() {
    return asking(() -> {
      for (IndexSchema schema : REBUILT) {
        if (exists(rebuilt.toWrite(schema))) {
          return true;
        }
      }
      return false;
    });
  }

  /// How many writes the new indices have seen; changes as long as somebody fills them.
  ///
  /// @throws ElasticsearchUnavailableException if it cannot be told now
  public long writesSoFar() {
    return asking(() -> {
      long writes = 0;
      for (IndexSchema schema : REBUILT) {
        Request stats =
            new Request("GET", "/" + rebuilt.toWrite(schema) + "/_stats/indexing,refresh");
        JsonNode total =
            ContractJson.mapper()
                .readTree(rest.performRequest(stats).getEntity().getContent())
                .at("/_all/primaries");
        writes += total.at("/indexing/index_total").asLong() + total.at("/refresh/total").asLong();
      }
      return writes;
    });
  }

  /// Makes the new indices, those that are missing.
  ///
  /// @throws ElasticsearchUnavailableException if they cannot be made now
  public void begin() {
    asking(() -> {
      for (IndexSchema schema : REBUILT) {
        if (!exists(rebuilt.toWrite(schema))) {
          create(schema);
        }
      }
      return true;
    });
  }

  private void create(IndexSchema schema) throws IOException {
    int rebuild = 0;
    while (indexExists(index(schema, rebuild))) {
      rebuild++;
    }
    create(schema, index(schema, rebuild));
  }

  private boolean indexExists(String index) throws IOException {
    return client.indices().exists(request -> request.index(index)).value();
  }

  private String index(IndexSchema schema, int rebuild) {
    return rebuild == 0 ? names.index(schema) : schema.index(names.prefix(), rebuild);
  }

  private void create(IndexSchema schema, String index) throws IOException {
    ObjectNode definition = (ObjectNode) ContractJson.mapper().readTree(schema.definition());
    definition.putObject("aliases").putObject(rebuilt.toWrite(schema));
    Request creation = new Request("PUT", "/" + index);
    creation.setJsonEntity(definition.toString());
    rest.performRequest(creation);
    log.info("Created index {} to be filled", index);
  }

  /// Holds up writes to the indices in use; returns once none is under way any more. Writers wait
  /// and try again.
  ///
  /// @throws ElasticsearchUnavailableException if that cannot be done now
  public void blockWrites() {
    asking(() -> {
      for (IndexSchema schema : REBUILT) {
        for (String index : behind(names.toWrite(schema))) {
          rest.performRequest(new Request("PUT", "/" + index + "/_block/write"));
        }
      }
      return true;
    });
  }

  /// Lets writes to the indices in use go on, unless their schema is an older one.
  ///
  /// @throws ElasticsearchUnavailableException if that cannot be done now
  public void unblockWrites() {
    asking(() -> {
      for (IndexSchema schema : REBUILT) {
        for (String index : behind(names.toWrite(schema))) {
          if (!schema.isHeldBy(index, names.prefix())) {
            continue;
          }
          Request unblock = new Request("PUT", "/" + index + "/_settings");
          unblock.setJsonEntity("{\"index.blocks.write\": null}");
          rest.performRequest(unblock);
        }
      }
      return true;
    });
  }

  /// In one step, searches and writes go to the new indices.
  ///
  /// @throws ElasticsearchUnavailableException if it has not happened, or may have happened
  public void takeOver() {
    asking(() -> {
      ObjectNode body = ContractJson.mapper().createObjectNode();
      ArrayNode actions = body.putArray("actions");
      for (IndexSchema schema : REBUILT) {
        for (String old : behind(names.toWrite(schema))) {
          action(actions, "remove", old, names.toRead(schema)).put("must_exist", true);
          action(actions, "remove", old, names.toWrite(schema)).put("must_exist", true);
        }
        for (String next : behind(rebuilt.toWrite(schema))) {
          action(actions, "add", next, names.toRead(schema));
          action(actions, "add", next, names.toWrite(schema)).put("is_write_index", true);
          action(actions, "remove", next, rebuilt.toWrite(schema)).put("must_exist", true);
        }
      }
      Request swap = new Request("POST", "/_aliases");
      swap.setJsonEntity(body.toString());
      rest.performRequest(swap);
      log.info("Searches and writes go to the rebuilt indices");
      return true;
    });
  }

  private static ObjectNode action(ArrayNode actions, String kind, String index, String alias) {
    return actions.addObject().putObject(kind).put("index", index).put("alias", alias);
  }

  /// Deletes the indices of ours that no alias leads to.
  ///
  /// @throws ElasticsearchUnavailableException if that cannot be done now
  public void deleteForsaken() {
    asking(() -> {
      for (IndexSchema schema : REBUILT) {
        var found =
            client
                .indices()
                .getAlias(
                    request -> request.index(names.toRead(schema) + "-v*").allowNoIndices(true))
                .aliases();
        for (var entry : found.entrySet()) {
          if (entry.getValue().aliases().isEmpty()
              && schema.isAnyVersionHeldBy(entry.getKey(), names.prefix())) {
            client.indices().delete(request -> request.index(entry.getKey()));
            log.info("Deleted index {}", entry.getKey());
          }
        }
      }
      return true;
    });
  }

  private boolean exists(String alias) throws IOException {
    return client.indices().existsAlias(request -> request.name(alias)).value();
  }

  private List<String> behind(String alias) throws IOException {
    Set<String> indices =
        client.indices().getAlias(request -> request.name(alias)).aliases().keySet();
    return new ArrayList<>(indices);
  }

  private interface Question<T> {
    T ask() throws IOException;
  }

  private static <T> T asking(Question<T> question) {
    try {
      return question.ask();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("the indices cannot be rolled over now", e);
    }
  }
}
