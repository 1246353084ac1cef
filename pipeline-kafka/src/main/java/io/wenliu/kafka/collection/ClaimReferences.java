package io.wenliu.kafka.collection;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.stage.StageClients;
import io.wenliu.kafka.stage.TransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Which claims the records on the pipeline's topics name.
///
/// The dead letters are read first: what is put back from there meanwhile stands on a topic that is
/// read later.
final class ClaimReferences {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(30);
  private static final int BATCH = 500;
  private static final String PREFIX = "urn:sha256:";

  private final StageClients clients;
  private final ClaimStore claims;

  ClaimReferences(StageClients clients, ClaimStore claims) {
    this.clients = clients;
    this.claims = claims;
  }

  /// @return hashes
  /// @throws TransientException if Kafka cannot be read now
  Set<String> read() {
    List<String> topics = new ArrayList<>();
    Arrays.stream(Stage.values()).map(Topics::deadLetters).forEach(topics::add);
    topics.addAll(Topics.ALL);
    Set<String> needed = new HashSet<>();
    try (Consumer<byte[], byte[]> consumer =
        clients.consumers("wenliu.claims-" + UUID.randomUUID(), BATCH).createConsumer()) {
      for (String topic : topics) {
        needed.addAll(read(consumer, topic));
      }
      return needed;
    } catch (KafkaException e) {
      throw new TransientException("the topics cannot be read for claims now", e);
    }
  }

  /// A tombstone or a withdrawal ends what its key named before, on compacted topics any later
  /// record does.
  private Set<String> read(Consumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    boolean oneAKey = isCompacted(topic);
    Map<String, Set<String>> named = new HashMap<>();
    long progress = System.nanoTime();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(POLL)) {
        progress = System.nanoTime();
        InboundRecord record = new InboundRecord(raw, claims);
        String key = record.key().orElseGet(record::toString);
        boolean withdrawal =
            record
                .header(EventHeaders.TYPE)
                .filter(MessageType.DOCUMENT_WITHDRAWN.id()::equals)
                .isPresent();
        if (oneAKey || withdrawal || record.isTombstone()) {
          named.remove(key);
        }
        Set<String> hashes = hashes(record);
        if (!hashes.isEmpty()) {
          named.computeIfAbsent(key, _ -> new HashSet<>()).addAll(hashes);
        }
      }
      if (System.nanoTime() - progress > WITHOUT_PROGRESS.toNanos()) {
        throw new TransientException(topic + " cannot be read to its end now", null);
      }
    }
    Set<String> all = new HashSet<>();
    named.values().forEach(all::addAll);
    return all;
  }

  private static boolean isCompacted(String topic) {
    return topic.startsWith(Topics.ENRICHED)
        || topic.equals(Topics.EMBEDDED)
        || topic.endsWith(".dlt");
  }

  private static Set<String> hashes(InboundRecord record) {
    Set<String> hashes = new HashSet<>();
    record
        .header(EventHeaders.DATA_REF)
        .filter(reference -> reference.startsWith(PREFIX))
        .ifPresent(reference -> hashes.add(reference.substring(PREFIX.length())));
    byte @Nullable [] value = record.raw().value();
    boolean envelope =
        record.topic().startsWith(Topics.SUBMISSIONS)
            || record.header("wenliu-dlt-topic").orElse("").startsWith(Topics.SUBMISSIONS);
    if (envelope && value != null && value.length > 0 && value[0] == '{') {
      try {
        // An envelope, or one within a structured CloudEvent.
        JsonNode json = ContractJson.read(value, JsonNode.class);
        json.findValues("sha256").forEach(hash -> hashes.add(hash.asString("")));
      } catch (UnreadableMessageException e) {
        // It names nothing.
      }
    }
    return hashes;
  }
}
