package io.wenliu.index.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Hands what is new to all who listen, and keeps the last of it for those who come back.
/// Thread-safe.
///
/// @param <T> what is told
public final class EventFeed<T> {

  private static final int KEPT = 2_000;

  private final Deque<Entry<T>> recent = new ArrayDeque<>();
  private final Set<EventReader<T>> readers = ConcurrentHashMap.newKeySet();
  private StreamPosition position = StreamPosition.START;

  /// An item and where it stands.
  ///
  /// @param position of a reader that has seen it
  record Entry<T>(T item, int partition, long offset, StreamPosition position) {}

  /// In the order of each partition; what stands before its last one is not told again.
  public synchronized void publish(T item, int partition, long offset) {
    if (!position.isBefore(partition, offset)) {
      return;
    }
    position = position.after(partition, offset);
    Entry<T> entry = new Entry<>(item, partition, offset, position);
    recent.addLast(entry);
    if (recent.size() > KEPT) {
      recent.removeFirst();
    }
    readers.forEach(reader -> reader.offer(entry));
  }

  /// From now on the reader gets everything new, and first what it has missed since `last`, as far
  /// back as is kept.
  public synchronized void join(EventReader<T> reader, StreamPosition last) {
    if (!last.offsets().isEmpty()) {
      for (Entry<T> entry : recent) {
        if (last.isBefore(entry.partition(), entry.offset())) {
          reader.offer(entry);
        }
      }
    }
    readers.add(reader);
  }

  /// The reader gets nothing any more.
  public void leave(EventReader<T> reader) {
    readers.remove(reader);
  }

  /// Whether anybody listens.
  public boolean hasReaders() {
    return !readers.isEmpty();
  }

  /// Who listens.
  public Collection<EventReader<T>> readers() {
    return List.copyOf(readers);
  }
}
