package io.wenliu.kafka.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.wenliu.kafka.event.DocumentPartitioner;
import io.wenliu.kafka.stage.StageClients;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.MicrometerProducerListener;

/// Makes Kafka clients: first what fits this pipeline, over it what `spring.kafka.*` says
/// (addresses, encryption, tuning), over that what delivery depends on.
final class PipelineClients implements StageClients {

  private static final int FETCH_BYTES = 16 * 1024 * 1024;
  private static final int PARTITION_FETCH_BYTES = 4 * 1024 * 1024;
  private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;
  private static final int HEARTBEATS_PER_SESSION = 5;

  /// A stop waits no longer for a broker that is away: what is open then ends with its timeout.
  private static final int CLOSE_SECONDS = 1;

  /// Until a new partition is read and written; Kafka's own default is five minutes.
  private static final int METADATA_AGE_MILLIS = 15_000;

  private final Map<String, Object> consumerBase;
  private final Map<String, Object> producerBase;
  private final WenliuKafkaProperties properties;
  private final MeterRegistry meters;

  /// Ids of the transactions of this process. Offsets are fenced by the consumer group, so ids need
  /// not outlive it; what it leaves open when it dies ends with the transaction timeout.
  private final String instance = UUID.randomUUID().toString();

  PipelineClients(
      Map<String, Object> consumerBase,
      Map<String, Object> producerBase,
      WenliuKafkaProperties properties,
      MeterRegistry meters) {
    this.consumerBase = Map.copyOf(consumerBase);
    this.producerBase = Map.copyOf(producerBase);
    this.properties = properties;
    this.meters = meters;
  }

  @Override
  public ConsumerFactory<byte[], byte[]> consumers(String group, int batchSize) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchSize);
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
    int session = (int) properties.sessionTimeout().toMillis();
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / HEARTBEATS_PER_SESSION);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.putAll(consumerBase);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(
        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) properties.maxPollInterval().toMillis());
    settings.put(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        IsolationLevel.READ_COMMITTED.name().toLowerCase(Locale.ROOT));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    DefaultKafkaConsumerFactory<byte[], byte[]> factory =
        new DefaultKafkaConsumerFactory<>(settings);
    factory.addListener(new MicrometerConsumerListener<>(meters));
    return factory;
  }

  @Override
  public DefaultKafkaProducerFactory<byte[], byte[]> transactionalProducers(String group) {
    Map<String, Object> settings = producerSettings();
    settings.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        (int) properties.transactionTimeout().toMillis());
    DefaultKafkaProducerFactory<byte[], byte[]> factory = producers(settings);
    factory.setTransactionIdPrefix(group + "-" + instance + "-");
    factory.setPhysicalCloseTimeout(CLOSE_SECONDS);
    return factory;
  }

  /// For what is sent outside of any stage.
  DefaultKafkaProducerFactory<byte[], byte[]> plainProducers() {
    Map<String, Object> settings = producerSettings();
    int timeout = (int) properties.sendTimeout().toMillis();
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
    return producers(settings);
  }

  private Map<String, Object> producerSettings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // A commit flushes; lingering only ever delays a lone HTTP submission.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS);
    settings.putAll(producerBase);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, DocumentPartitioner.class.getName());
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return settings;
  }

  private DefaultKafkaProducerFactory<byte[], byte[]> producers(Map<String, Object> settings) {
    DefaultKafkaProducerFactory<byte[], byte[]> factory =
        new DefaultKafkaProducerFactory<>(settings);
    factory.addListener(new MicrometerProducerListener<>(meters));
    return factory;
  }
}
