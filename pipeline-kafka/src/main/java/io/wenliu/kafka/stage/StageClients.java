package io.wenliu.kafka.stage;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/// Makes the Kafka clients of the stages.
public interface StageClients {

  /// Read-committed, without auto-commit, at most `batchSize` records a poll.
  ConsumerFactory<byte[], byte[]> consumers(String group, int batchSize);

  /// Transactional, with ids that no other instance has; the caller destroys it.
  DefaultKafkaProducerFactory<byte[], byte[]> transactionalProducers(String group);
}
