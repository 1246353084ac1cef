package io.wenliu.kafka.event;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// Puts all records of a document into one partition, whether they are keyed by its id or by the id
/// of one of its articles or with a version, which begin with it.
public final class DocumentPartitioner implements Partitioner {

  private static final int DOCUMENT_ID_LENGTH = 32;

  @Override
  public int partition(
      String topic,
      @Nullable Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    byte[] hashed = keyBytes != null ? keyBytes : valueBytes != null ? valueBytes : new byte[0];
    if (keyBytes != null
        && keyBytes.length > DOCUMENT_ID_LENGTH
        && (keyBytes[DOCUMENT_ID_LENGTH] == '-' || keyBytes[DOCUMENT_ID_LENGTH] == '@')) {
      hashed = java.util.Arrays.copyOf(keyBytes, DOCUMENT_ID_LENGTH);
    }
    int partitions = cluster.partitionsForTopic(topic).size();
    return Utils.toPositive(Utils.murmur2(hashed)) % partitions;
  }

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> configs) {}
}
