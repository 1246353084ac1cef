package io.wenliu.index.live;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Hands new articles to all who listen, and keeps the last ones for those who come back.
/// Thread-safe.
@Component
class LiveFeed {

  private static final int KEPT = 2_000;

  private final Deque<Entry> recent = new ArrayDeque<>();
  private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();
  private LivePosition position = LivePosition.START;

  /// An item and where it stands.
  ///
  /// @param position of a reader that has seen it
  record Entry(LiveItem item, int partition, long offset, LivePosition position) {}

  synchronized void publish(LiveItem item, int partition, long offset) {
    if (!position.isBefore(partition, offset)) {
      return;
    }
    position = position.after(partition, offset);
    Entry entry = new Entry(item, partition, offset, position);
    recent.addLast(entry);
    if (recent.size() > KEPT) {
      recent.removeFirst();
    }
    readers.forEach(reader -> reader.offer(entry));
  }

  /// From now on the reader gets everything new, and first what it has missed since `last`, as far
  /// back as is kept.
  synchronized void join(LiveReader reader, LivePosition last) {
    if (!last.offsets().isEmpty()) {
      for (Entry entry : recent) {
        if (last.isBefore(entry.partition(), entry.offset())) {
          reader.offer(entry);
        }
      }
    }
    readers.add(reader);
  }

  void leave(LiveReader reader) {
    readers.remove(reader);
  }

  Collection<LiveReader> readers() {
    return List.copyOf(readers);
  }
}
