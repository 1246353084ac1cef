package io.wenliu.index.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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

/// Follows all partitions of a topic on a thread of its own.
///
/// It belongs to no group and commits nothing: every instance follows the whole topic. After
/// trouble it begins anew where it began at the start.
public abstract class TopicListener implements SmartLifecycle {

  /// For a topic that is to be read from its beginning.
  public static final long FROM_THE_BEGINNING = Long.MAX_VALUE;

  private static final Logger log = LoggerFactory.getLogger(TopicListener.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration RECOVERY = Duration.ofSeconds(2);
  private static final Duration PARTITIONS_CHECK = Duration.ofSeconds(30);

  private final String topic;
  private final long lookBack;
  private final Map<String, Object> consumerSettings;
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private volatile boolean running;
  private @Nullable Thread thread;

  /// @param lookBack records before the end of each partition that it begins with
  protected TopicListener(ConsumerFactory<?, ?> consumers, String topic, long lookBack) {
    this.topic = topic;
    this.lookBack = lookBack;
    this.consumerSettings = new HashMap<>(consumers.getConfigurationProperties());
    consumerSettings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumerSettings.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumerSettings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumerSettings.remove(ConsumerConfig.GROUP_ID_CONFIG);
  }

  /// What is done with records. A [KafkaException] or a [io.wenliu.kafka.stage.TransientException]
  /// makes it begin anew.
  ///
  /// @param records at least one
  protected abstract void receive(ConsumerRecords<byte[], byte[]> records);

  /// Told where reading begins, or begins anew.
  ///
  /// @param first offsets by partition
  protected void begin(Map<Integer, Long> first) {}

  /// Told how far everything has been received.
  ///
  /// @param next offsets by partition
  protected void reached(Map<Integer, Long> next) {}

  /// One more consumer of the same kind; the caller closes it.
  protected final Consumer<byte[], byte[]> newConsumer() {
    return new KafkaConsumer<>(consumerSettings);
  }

  /// How far it has read each partition, all that is before being received.
  protected final Map<TopicPartition, Long> positions() {
    return Map.copyOf(positions);
  }

  /// The partitions of the topic; none while it is still to be made.
  protected final List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (PartitionInfo info : consumer.partitionsFor(topic)) {
      partitions.add(new TopicPartition(info.topic(), info.partition()));
    }
    return partitions;
  }

  @Override
  public void start() {
    running = true;
    // Known before it runs: it goes on as long as it is.
    Thread starting =
        Thread.ofPlatform().name(topic + "-listener").daemon().unstarted(this::followAlways);
    thread = starting;
    starting.start();
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
      positions.clear();
      try (Consumer<byte[], byte[]> consumer = newConsumer()) {
        follow(consumer);
      } catch (KafkaException | io.wenliu.kafka.stage.TransientException e) {
        if (running) {
          log.warn("Reading of {} is interrupted: {}", topic, e.toString());
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
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        receive(records);
      }
      Map<Integer, Long> next = new HashMap<>();
      for (TopicPartition partition : consumer.assignment()) {
        long position = consumer.position(partition);
        positions.put(partition, position);
        next.put(partition.partition(), position);
      }
      reached(next);
    }
  }

  /// Partitions may be added while it runs.
  private void assign(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    Set<TopicPartition> before = consumer.assignment();
    List<TopicPartition> added = partitions.stream().filter(p -> !before.contains(p)).toList();
    if (added.isEmpty()) {
      return;
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(added);
    Map<Integer, Long> first = new HashMap<>();
    consumer
        .endOffsets(added)
        .forEach((partition, end) -> {
          long begin = begins.getOrDefault(partition, 0L);
          long offset = lookBack >= end - begin ? begin : end - lookBack;
          consumer.seek(partition, offset);
          first.put(partition.partition(), offset);
        });
    begin(first);
  }
}
