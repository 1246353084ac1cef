package io.wenliu.index.rebuild;

import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.claims.UnreadableClaimException;
import io.wenliu.kafka.event.EventReader;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.stage.InboundMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/// Reads topics from their start, without a group. Not thread-safe.
final class TopicListener implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TopicListener.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final List<String> topics;
  private final ClaimStore claims;
  private final EventReader reader = new EventReader();
  private final Consumer<byte[], byte[]> consumer;

  TopicListener(
      ConsumerFactory<?, ?> consumers, ClaimStore claims, int batchSize, List<String> topics) {
    this.topics = List.copyOf(topics);
    this.claims = claims;
    Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchSize);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.consumer = new KafkaConsumer<>(settings);
  }

  /// Takes messages in the order of their partition.
  interface Taker {
    void take(List<InboundMessage> batch) throws InterruptedException;
  }

  /// Passes on what stands on the topics at the moment of the call and has not been passed on.
  ///
  /// @return how many messages that was
  /// @throws RuntimeException if Kafka cannot be read now, or the taker's; what was polled last has
  ///   to be read again from the start
  long catchUp(Taker taker) throws InterruptedException {
    assign();
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    long passedOn = 0;
    while (isBehind(ends)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      List<InboundMessage> batch = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        read(new InboundRecord(record, claims), batch);
      }
      if (!batch.isEmpty()) {
        taker.take(batch);
        passedOn += batch.size();
      }
    }
    return passedOn;
  }

  private boolean isBehind(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /// Partitions may be added while it runs.
  private void assign() {
    Set<TopicPartition> partitions = new HashSet<>();
    for (String topic : topics) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
    }
    Set<TopicPartition> added = new HashSet<>(partitions);
    added.removeAll(consumer.assignment());
    if (!added.isEmpty()) {
      consumer.assign(partitions);
      consumer.seekToBeginning(added);
    }
  }

  /// What cannot be read went to the dead letters when it was met first.
  private void read(InboundRecord record, List<InboundMessage> batch) {
    if (record.isTombstone()) {
      return;
    }
    try {
      batch.add(new InboundMessage(reader.read(record), record));
    } catch (UnreadableMessageException | UnreadableClaimException e) {
      log.info("{} is passed over: {}", record, e.getMessage());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
