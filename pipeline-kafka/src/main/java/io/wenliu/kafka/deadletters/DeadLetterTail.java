package io.wenliu.kafka.deadletters;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.stage.StageClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Follows the dead-letter topics of all stages and tells what stands there, each partition in its
/// order, at least once: offsets are committed after the listener has returned.
public final class DeadLetterTail implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterTail.class);
  private static final String GROUP = "wenliu.dead-letters";
  private static final int BATCH = 200;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RECOVERY = Duration.ofSeconds(1);

  private final StageClients clients;
  private final DeadLetterReader reader;
  private final Listener listener;
  private volatile @Nullable Thread following;

  /// @param listener throws a runtime exception to be told the same again later
  public DeadLetterTail(StageClients clients, ClaimStore claims, Listener listener) {
    this.clients = clients;
    this.reader = new DeadLetterReader(claims);
    this.listener = listener;
  }

  /// Hears of dead letters.
  @FunctionalInterface
  public interface Listener {
    /// @param news at least one; told again if this throws
    void onDeadLetters(List<DeadLetterEvent> news) throws InterruptedException;
  }

  @Override
  public synchronized void start() {
    if (following == null) {
      // Known before it runs: it goes on as long as it is.
      Thread starting =
          Thread.ofPlatform().name("dead-letter-tail").daemon().unstarted(this::followAlways);
      following = starting;
      starting.start();
    }
  }

  @Override
  public synchronized void stop() {
    Thread thread = following;
    following = null;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(Duration.ofSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return following != null;
  }

  private void followAlways() {
    while (isRunning()) {
      try (Consumer<byte[], byte[]> consumer = clients.consumers(GROUP, BATCH).createConsumer()) {
        consumer.subscribe(Arrays.stream(Stage.values()).map(Topics::deadLetters).toList());
        while (isRunning()) {
          follow(consumer);
        }
      } catch (InterruptedException e) {
        return;
      } catch (KafkaException e) {
        if (!isRunning() || Thread.interrupted()) {
          return;
        }
        log.warn("The dead letters cannot be followed now: {}", e.toString());
        if (!paused()) {
          return;
        }
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer) throws InterruptedException {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (records.isEmpty()) {
      return;
    }
    List<DeadLetterEvent> news = new ArrayList<>();
    Map<TopicPartition, Long> first = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      first.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
      reader.read(record).ifPresent(news::add);
    }
    try {
      if (!news.isEmpty()) {
        listener.onDeadLetters(news);
      }
      consumer.commitSync();
    } catch (RuntimeException e) {
      log.warn("Dead letters from {} are told again: {}", first, e.toString());
      first.keySet().retainAll(consumer.assignment());
      first.forEach(consumer::seek);
      Thread.sleep(RECOVERY);
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(RECOVERY);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
