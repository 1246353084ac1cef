package io.wenliu.systemtests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.systemtests.Api;
import io.wenliu.systemtests.faults.TopicReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What became of each file of the corpus: its dead letter, or the state of its document.
final class Outcomes implements AutoCloseable {

  /// Header that names the file of the corpus; dead letters keep it.
  static final String CORPUS_HEADER = "corpus";

  private final Api api;
  private final TopicReader topics;
  private final Map<String, String> reasons = new HashMap<>();
  private final Map<String, DocumentId> documents = new HashMap<>();

  Outcomes(Api api, String bootstrapServers) {
    this.api = api;
    this.topics = new TopicReader(bootstrapServers, "read_committed");
  }

  /// How one file ended.
  ///
  /// @param reason of the refusal; null where it was taken
  record Outcome(boolean searchable, @Nullable String reason) {}

  /// Reads what has come onto the topics since the last time.
  void look() {
    List<String> letters = Arrays.stream(Stage.values()).map(Topics::deadLetters).toList();
    topics.read(
        letters,
        letter -> reasons.put(header(letter, CORPUS_HEADER), header(letter, "wenliu-dlt-reason")));
    topics.read(List.of(Topics.ARTICLES), this::manifest);
  }

  /// @return null while it is on its way
  @Nullable Outcome of(HostileFile file) {
    String reason = reasons.get(file.name());
    if (reason != null) {
      return new Outcome(false, reason);
    }
    DocumentId document = documents.get(file.name());
    return document == null ? null : of(document);
  }

  /// The same by the journey alone, for what came by HTTP.
  @Nullable Outcome of(DocumentId document) {
    JsonNode journey = api.journey(document).body();
    return switch (journey.path("state").asString("unknown")) {
      case "searchable" -> new Outcome(true, null);
      case "failed" -> new Outcome(false, reasonIn(journey));
      default -> null;
    };
  }

  /// The document that a file has become; null where it has become none.
  @Nullable DocumentId document(HostileFile file) {
    return documents.get(file.name());
  }

  private static String reasonIn(JsonNode journey) {
    for (JsonNode event : journey.path("events")) {
      if (event.path("step").asString().equals("failed")) {
        return event.path("reason").asString("");
      }
    }
    return "";
  }

  /// Known by the source's own id, else by its name.
  private void manifest(ConsumerRecord<byte[], byte[]> record) {
    if (!header(record, "ce_type").equals(MessageType.DOCUMENT_MANIFEST.id())
        || record.value().length == 0) {
      return;
    }
    JsonNode manifest = ContractJson.mapper().readTree(record.value());
    if (!manifest.path("source").asString("").contains("http")) {
      DocumentId document = new DocumentId(manifest.path("document").asString());
      documents.put(manifest.path("ownId").asString(""), document);
      documents.put(manifest.path("name").asString("").replace(".corpus", ""), document);
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    topics.close();
  }
}
