package io.wenliu.index.alerts;

import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Topics;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.index.stream.TopicListener;
import io.wenliu.kafka.stage.TransientException;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Reads the definitions of all alerts from their topic's beginning and goes on reading them.
@Component
class AlertsListener extends TopicListener {

  private static final Logger log = LoggerFactory.getLogger(AlertsListener.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(10);

  private final Alerts alerts;
  private @Nullable Consumer<byte[], byte[]> ends;

  AlertsListener(ConsumerFactory<?, ?> consumers, Alerts alerts) {
    super(consumers, Topics.ALERTS, FROM_THE_BEGINNING);
    this.alerts = alerts;
  }

  @Override
  protected void receive(ConsumerRecords<byte[], byte[]> records) {
    // Of each alert the last word, all at once: ten thousand are read within seconds.
    Map<String, AlertDefined> defined = new LinkedHashMap<>();
    Set<String> removed = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      byte @Nullable [] key = record.key();
      byte @Nullable [] value = record.value();
      if (key == null) {
        continue;
      }
      String id = new String(key, StandardCharsets.UTF_8);
      if (value == null) {
        defined.remove(id);
        removed.add(id);
        continue;
      }
      try {
        defined.put(id, ContractJson.read(value, AlertDefined.class));
        removed.remove(id);
      } catch (UnreadableMessageException e) {
        log.warn("The definition of alert {} cannot be read: {}", id, e.toString());
      }
    }
    alerts.remove(removed);
    alerts.put(defined.values());
  }

  /// Returns when this instance knows every alert that had been accepted before this call, so that
  /// whoever has made an alert gets all that becomes searchable afterwards, on whichever instance.
  ///
  /// @throws TransientException if that takes too long for now
  void awaitCurrent() {
    Map<TopicPartition, Long> end = end();
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!hasRead(end)) {
      if (System.nanoTime() - limit > 0) {
        throw new TransientException("the alerts are not all read yet", null);
      }
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new TransientException("interrupted while alerts were read", e);
      }
    }
  }

  private boolean hasRead(Map<TopicPartition, Long> end) {
    Map<TopicPartition, Long> positions = positions();
    return end.entrySet().stream()
        .allMatch(e -> positions.getOrDefault(e.getKey(), -1L) >= e.getValue());
  }

  private synchronized Map<TopicPartition, Long> end() {
    try {
      Consumer<byte[], byte[]> consumer = ends;
      if (consumer == null) {
        consumer = newConsumer();
        ends = consumer;
      }
      List<TopicPartition> partitions = partitions(consumer);
      if (partitions.isEmpty()) {
        throw new TransientException("the topic of the alerts is still to be made", null);
      }
      consumer.assign(partitions);
      return Map.copyOf(consumer.endOffsets(partitions));
    } catch (KafkaException e) {
      throw new TransientException("nobody tells where the alerts end", e);
    }
  }

  @PreDestroy
  synchronized void close() {
    Consumer<byte[], byte[]> consumer = ends;
    if (consumer != null) {
      consumer.close();
      ends = null;
    }
  }
}
