package io.wenliu.kafka.backlog;

import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.stage.StageClients;
import io.wenliu.kafka.stage.TransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/// Asks the brokers how far each stage has come. Thread-safe.
public final class BacklogReader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String FETCH_WAIT_MILLIS = "10";
  private static final List<Reading> READINGS =
      List.of(
          new Reading(Stage.INGEST, Lane.LIVE, Topics.SUBMISSIONS),
          new Reading(Stage.ENRICH, Lane.LIVE, Topics.ARTICLES),
          new Reading(Stage.INDEX, Lane.LIVE, Topics.ENRICHED),
          new Reading(Stage.EMBED, Lane.LIVE, Topics.ENRICHED),
          new Reading(Stage.INDEX_VECTORS, Lane.LIVE, Topics.EMBEDDED),
          new Reading(Stage.JOURNEY, Lane.LIVE, Topics.JOURNEY),
          new Reading(Stage.ALERT, Lane.LIVE, Topics.JOURNEY),
          new Reading(Stage.INGEST, Lane.BACKFILL, Topics.SUBMISSIONS_BACKFILL),
          new Reading(Stage.ENRICH, Lane.BACKFILL, Topics.ARTICLES_BACKFILL),
          new Reading(Stage.INDEX, Lane.BACKFILL, Topics.ENRICHED_BACKFILL),
          new Reading(Stage.EMBED, Lane.BACKFILL, Topics.ENRICHED_BACKFILL));

  private final Map<String, Object> settings;
  private final StageClients clients;
  private final KnownMarks marks = new KnownMarks();
  private @Nullable Admin admin;
  private @Nullable Consumer<byte[], byte[]> consumer;

  /// @param settings of the connection
  public BacklogReader(Map<String, Object> settings, StageClients clients) {
    this.settings = Map.copyOf(settings);
    this.clients = clients;
  }

  private record Reading(Stage stage, Lane lane, String topic) {
    String group() {
      return lane.group(stage);
    }
  }

  /// How closely the brokers are asked.
  private enum Detail {
    ROUGH,
    LAG,
    OLDEST
  }

  /// One answer for each stage in each of its lanes.
  ///
  /// @throws TransientException if the brokers do not answer in time
  public List<StageBacklog> read() {
    return read(Detail.LAG);
  }

  /// The same, but a few transactions' marks may count as work: no record is read, so it costs some
  /// milliseconds.
  ///
  /// @throws TransientException if the brokers do not answer in time
  public List<StageBacklog> readRoughly() {
    return read(Detail.ROUGH);
  }

  /// The same, with the oldest record of each; it costs a read of it.
  ///
  /// @throws TransientException if the brokers do not answer in time
  public List<StageBacklog> readWithOldest() {
    return read(Detail.OLDEST);
  }

  private synchronized List<StageBacklog> read(Detail detail) {
    try {
      Map<TopicPartition, Uuid> topics = topics();
      Map<TopicPartition, Long> ends = offsets(topics.keySet(), OffsetSpec.latest());
      Map<TopicPartition, Long> begins = offsets(topics.keySet(), OffsetSpec.earliest());
      Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed();
      List<StageBacklog> all = new ArrayList<>();
      for (Reading reading : READINGS) {
        Map<TopicPartition, Long> next = new HashMap<>();
        long lag = 0;
        long done = 0;
        Map<TopicPartition, OffsetAndMetadata> known =
            committed.getOrDefault(reading.group(), Map.of());
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
          if (end.getKey().topic().equals(reading.topic())) {
            long begin = begins.getOrDefault(end.getKey(), 0L);
            @Nullable OffsetAndMetadata offset = known.get(end.getKey());
            long at = offset == null ? begin : Math.max(begin, offset.offset());
            done += at;
            if (at < end.getValue()
                && !marks.cover(end.getKey(), topic(topics, end.getKey()), at, end.getValue())) {
              lag += end.getValue() - at;
              next.put(end.getKey(), at);
            }
          }
        }
        all.add(backlog(reading, lag, done, next, topics, detail));
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while Kafka was asked", e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new TransientException("Kafka does not tell how far the stages are", e);
    }
  }

  /// At most a transaction's mark may stand behind the last record of a partition: it is no work.
  private StageBacklog backlog(
      Reading reading,
      long lag,
      long done,
      Map<TopicPartition, Long> next,
      Map<TopicPartition, Uuid> topics,
      Detail detail) {
    boolean maybeMarksOnly = lag > 0 && lag <= 2L * next.size();
    if (detail == Detail.ROUGH || (detail == Detail.LAG && !maybeMarksOnly)) {
      return new StageBacklog(reading.stage(), reading.lane(), lag, done, null);
    }
    Optional<Instant> oldest = next.isEmpty() ? Optional.empty() : oldest(next, topics);
    return new StageBacklog(
        reading.stage(),
        reading.lane(),
        maybeMarksOnly && oldest.isEmpty() ? 0 : lag,
        done,
        oldest.orElse(null));
  }

  private Optional<Instant> oldest(
      Map<TopicPartition, Long> next, Map<TopicPartition, Uuid> topics) {
    Consumer<byte[], byte[]> reader = consumer();
    reader.assign(next.keySet());
    // Whoever was asked for last may have paused them.
    reader.resume(next.keySet());
    next.forEach(reader::seek);
    // What an open transaction has written cannot be read yet.
    Map<TopicPartition, Long> ends = reader.endOffsets(next.keySet(), PATIENCE);
    Map<TopicPartition, Long> found = new HashMap<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(50))) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        found.merge(partition, record.timestamp(), Math::min);
        reader.pause(List.of(partition));
      }
      boolean all =
          next.keySet().stream()
              .allMatch(partition ->
                  found.containsKey(partition)
                      || reader.position(partition, PATIENCE) >= ends.getOrDefault(partition, 0L));
      if (all) {
        break;
      }
    }
    next.forEach((partition, from) -> {
      long end = ends.getOrDefault(partition, 0L);
      if (!found.containsKey(partition) && reader.position(partition, PATIENCE) >= end) {
        marks.found(partition, topic(topics, partition), from, end);
      }
    });
    return found.values().stream().min(Long::compare).map(Instant::ofEpochMilli);
  }

  private Consumer<byte[], byte[]> consumer() {
    Consumer<byte[], byte[]> reader = consumer;
    if (reader == null) {
      // A fetch at the end of one reading's partitions is not to keep the next one waiting.
      Properties brief = new Properties();
      brief.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
      reader =
          clients
              .consumers("wenliu.backlog-" + UUID.randomUUID(), 1)
              .createConsumer(null, null, null, brief);
      consumer = reader;
    }
    return reader;
  }

  private Admin admin() {
    Admin client = admin;
    if (client == null) {
      client = Admin.create(settings);
      admin = client;
    }
    return client;
  }

  private static Uuid topic(Map<TopicPartition, Uuid> topics, TopicPartition partition) {
    return topics.getOrDefault(partition, Uuid.ZERO_UUID);
  }

  /// Every partition that is read, with the id of its topic.
  private Map<TopicPartition, Uuid> topics()
      throws InterruptedException, ExecutionException, TimeoutException {
    List<String> names = READINGS.stream().map(Reading::topic).distinct().toList();
    Map<TopicPartition, Uuid> topics = new HashMap<>();
    for (TopicDescription topic :
        admin()
            .describeTopics(names)
            .allTopicNames()
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .values()) {
      topic
          .partitions()
          .forEach(info ->
              topics.put(new TopicPartition(topic.name(), info.partition()), topic.topicId()));
    }
    return topics;
  }

  private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> answer :
        admin().listOffsets(asked).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).entrySet()) {
      offsets.put(answer.getKey(), answer.getValue().offset());
    }
    return offsets;
  }

  private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed()
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, ListConsumerGroupOffsetsSpec> groups =
        READINGS.stream()
            .map(Reading::group)
            .distinct()
            .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
    return admin()
        .listConsumerGroupOffsets(groups)
        .all()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(PATIENCE);
    }
    if (consumer != null) {
      consumer.close();
    }
  }
}
