package io.wenliu.kafka.backlog;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/// Stretches of partitions that have been read and found to hold nothing but transactions' marks,
/// or what was rolled back: nothing can come there any more, so they need not be read again.
///
/// Of each partition the last is remembered. Not thread-safe.
final class KnownMarks {

  private final Map<TopicPartition, Stretch> known = new HashMap<>();

  /// @param topic tells a topic from one of the same name that was made anew
  /// @param to the first offset behind it
  private record Stretch(Uuid topic, long from, long to) {}

  /// @param from the first offset that was read
  /// @param to the first that was not
  void found(TopicPartition partition, Uuid topic, long from, long to) {
    if (!cover(partition, topic, from, to)) {
      known.put(partition, new Stretch(topic, from, to));
    }
  }

  /// Whether a reader that is at `from` has nothing before it up to `to`.
  boolean cover(TopicPartition partition, Uuid topic, long from, long to) {
    Stretch stretch = known.get(partition);
    return stretch != null
        && stretch.topic().equals(topic)
        && stretch.from() <= from
        && to <= stretch.to();
  }
}
