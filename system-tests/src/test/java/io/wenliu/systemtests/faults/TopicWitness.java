package io.wenliu.systemtests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What stands on the topics, read past the services: submissions, articles, manifests, dead
/// letters, and how often the same work was done.
///
/// Reads on from where it stopped; a topic that was made anew is read from its start.
final class TopicWitness implements AutoCloseable {

  /// A topic's articles (id → versions) and manifests (document → version → article ids).
  record Contents(Map<String, Set<Long>> articles, Map<String, Map<Long, List<String>>> manifests) {

    Contents() {
      this(new HashMap<>(), new HashMap<>());
    }

    /// Empty where there is no such manifest.
    List<String> listed(DocumentId document, long version) {
      return manifests.getOrDefault(document.value(), Map.of()).getOrDefault(version, List.of());
    }

    boolean holds(String article, long version) {
      return articles.getOrDefault(article, Set.of()).contains(version);
    }
  }

  private final Admin admin;
  private final TopicReader committed;
  private final TopicReader everything;
  private final Map<String, Uuid> topicIds = new HashMap<>();
  private final Set<String> submitted = new HashSet<>();
  private final Map<String, Contents> contents = new TreeMap<>();
  private final Map<String, String> dead = new TreeMap<>();
  private final Set<String> facts = new HashSet<>();
  private long repeats;

  TopicWitness(String bootstrapServers) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.committed = new TopicReader(bootstrapServers, "read_committed");
    this.everything = new TopicReader(bootstrapServers, "read_uncommitted");
  }

  /// Reads what has come since the last time.
  void look() {
    List<String> deadLetters = Arrays.stream(Stage.values()).map(Topics::deadLetters).toList();
    forgetTopicsMadeAnew(List.of(Topics.SUBMISSIONS, Topics.ARTICLES, Topics.ENRICHED));
    committed.read(List.of(Topics.SUBMISSIONS), this::submission);
    committed.read(List.of(Topics.ARTICLES, Topics.ENRICHED), this::message);
    committed.read(
        deadLetters,
        letter ->
            dead.put(text(letter.key()).substring(0, 32), header(letter, "wenliu-dlt-reason")));
    everything.read(List.of(Topics.JOURNEY), this::fact);
  }

  /// Whether this version stands on `wenliu.submissions`.
  boolean hasSubmission(DocumentId document, long version) {
    return submitted.contains(document + ":" + version);
  }

  Contents contents(String topic) {
    return contents.computeIfAbsent(topic, _ -> new Contents());
  }

  /// Reasons of dead letters by their document, whose id their keys begin with.
  Map<String, String> deadLetters() {
    return dead;
  }

  /// How many facts were told again: work that was done more than once, committed or not.
  long repeats() {
    return repeats;
  }

  @Override
  public void close() {
    admin.close();
    committed.close();
    everything.close();
  }

  private void forgetTopicsMadeAnew(Collection<String> topics) {
    try {
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach((name, topic) -> {
            Uuid before = topicIds.put(name, topic.topicId());
            if (before != null && !before.equals(topic.topicId())) {
              committed.forget(name);
              contents.remove(name);
              if (name.equals(Topics.SUBMISSIONS)) {
                submitted.clear();
              }
            }
          });
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void submission(ConsumerRecord<byte[], byte[]> record) {
    if (!header(record, "ce_dataref").isEmpty()) {
      // By reference: its own id says what it is.
      String[] id = header(record, "ce_id").split(":", -1);
      submitted.add(id[0] + ":" + Version.of(Long.parseLong(id[1]), 0).value());
    } else if (header(record, "ce_type").equals(MessageType.SUBMISSION.id())) {
      JsonNode envelope = json(record);
      JsonNode version = envelope.path("version");
      submitted.add(
          text(record.key())
              + ":"
              + (version.isNumber()
                  ? Version.of(version.asLong(), 0).value()
                  : Version.of(record.timestamp(), 0).value()));
    } else if (!header(record, "ce_sourceversion").isEmpty()) {
      long version = Long.parseLong(header(record, "ce_sourceversion"));
      submitted.add(text(record.key()) + ":" + Version.of(version, 0).value());
    }
  }

  private void message(ConsumerRecord<byte[], byte[]> record) {
    String type = header(record, "ce_type");
    if (type.equals(MessageType.DOCUMENT_MANIFEST.id())) {
      JsonNode manifest = json(record);
      contents(record.topic())
          .manifests()
          .computeIfAbsent(manifest.path("document").asString(), _ -> new HashMap<>())
          .put(
              manifest.path("version").asLong(),
              manifest.path("articles").valueStream().map(JsonNode::asString).toList());
    } else if (type.equals(MessageType.ARTICLE_EXTRACTED.id())
        || type.equals(MessageType.ARTICLE_ENRICHED.id())) {
      String[] id = header(record, "ce_id").split(":", -1);
      contents(record.topic())
          .articles()
          .computeIfAbsent(id[0], _ -> new HashSet<>())
          .add(Long.valueOf(id[1]));
    }
  }

  private void fact(ConsumerRecord<byte[], byte[]> record) {
    if (!facts.add(header(record, "ce_id"))) {
      repeats++;
    }
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
    return ContractJson.mapper().readTree(record.value());
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  private static String text(byte @Nullable [] key) {
    return key == null ? "" : new String(key, UTF_8);
  }
}
