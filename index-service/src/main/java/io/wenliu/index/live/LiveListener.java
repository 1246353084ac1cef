package io.wenliu.index.live;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Topics;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Follows the journeys for articles that have just become searchable.
///
/// It belongs to no group and commits nothing: every instance follows all partitions, from a little
/// before their end, so that each of them can serve every reader.
@Component
class LiveListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LiveListener.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration RECOVERY = Duration.ofSeconds(2);
  private static final Duration PARTITIONS_CHECK = Duration.ofSeconds(30);
  private static final long LOOK_BACK = 500;
  private static final int REMEMBERED = 10_000;

  private final Map<String, Object> consumerSettings;
  private final LiveFeed feed;
  private final Set<String> announced = Collections.newSetFromMap(new LastSeen());
  private volatile boolean running;
  private @Nullable Thread thread;

  LiveListener(ConsumerFactory<?, ?> consumers, LiveFeed feed) {
    this.consumerSettings = new HashMap<>(consumers.getConfigurationProperties());
    this.feed = feed;
    consumerSettings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumerSettings.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumerSettings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumerSettings.remove(ConsumerConfig.GROUP_ID_CONFIG);
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("live-listener").daemon().start(this::followAlways);
  }

  @Override
  public void stop() {
    running = false;
    Thread following = thread;
    if (following != null) {
      following.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void followAlways() {
    while (running) {
      try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings)) {
        follow(consumer);
      } catch (KafkaException | ElasticsearchUnavailableException e) {
        if (running) {
          log.warn("The live feed is interrupted: {}", e.toString());
          pause();
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RECOVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer) {
    long nextCheck = System.nanoTime();
    while (running) {
      if (System.nanoTime() - nextCheck >= 0) {
        assign(consumer);
        nextCheck = System.nanoTime() + PARTITIONS_CHECK.toNanos();
      }
      if (consumer.assignment().isEmpty()) {
        // The topic is still to be made.
        pause();
        nextCheck = System.nanoTime();
        continue;
      }
      Map<String, Announcement> news = new LinkedHashMap<>();
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        Announcement announcement = announcement(record);
        if (announcement != null) {
          news.putIfAbsent(announcement.article() + "@" + announcement.version(), announcement);
        }
      }
      news.keySet().removeAll(announced);
      feed.publish(List.copyOf(news.values()));
      announced.addAll(news.keySet());
    }
  }

  /// Partitions may be added while it runs.
  private static void assign(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (PartitionInfo info : consumer.partitionsFor(Topics.JOURNEY)) {
      partitions.add(new TopicPartition(info.topic(), info.partition()));
    }
    Set<TopicPartition> before = consumer.assignment();
    List<TopicPartition> added = partitions.stream().filter(p -> !before.contains(p)).toList();
    if (added.isEmpty()) {
      return;
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(added);
    consumer
        .endOffsets(added)
        .forEach((partition, end) ->
            consumer.seek(
                partition, Math.max(begins.getOrDefault(partition, 0L), end - LOOK_BACK)));
  }

  private static @Nullable Announcement announcement(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] value = record.value();
    if (value == null) {
      return null;
    }
    try {
      JourneyEvent event = ContractJson.read(value, JourneyEvent.class);
      ArticleId article = event.article();
      return event.step() == JourneyEvent.Step.INDEXED && article != null
          ? new Announcement(
              article, event.version(), event.at(), record.partition(), record.offset())
          : null;
    } catch (UnreadableMessageException e) {
      // Whoever keeps the journeys sends it to the dead letters.
      return null;
    }
  }

  /// Forgets the oldest.
  private static final class LastSeen extends LinkedHashMap<String, Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }
}
