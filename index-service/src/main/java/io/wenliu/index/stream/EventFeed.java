package io.wenliu.index.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Hands what is new to all who listen, and keeps the last of it for those who come back. It waits
/// for no reader. Thread-safe.
///
/// @param <T> what is told
public final class EventFeed<T> {

  /// Twice what a reader may be behind, so that one that is cut off finds all of it again.
  private static final int KEPT = 2 * EventReader.QUEUE;

  private final Deque<Entry<T>> recent = new ArrayDeque<>();
  private final Set<EventReader<T>> readers = ConcurrentHashMap.newKeySet();
  private StreamPosition position = StreamPosition.START;

  /// What was told up to here is kept no more, or was never read.
  private StreamPosition lost = StreamPosition.START;

  /// What a reader is told.
  sealed interface Told<T> permits Entry, Gap {
    /// Of a reader that has been told it.
    StreamPosition position();
  }

  /// An item and where it stands.
  record Entry<T>(T item, int partition, long offset, StreamPosition position) implements Told<T> {}

  /// Something is missing here that nobody can tell any more.
  record Gap<T>(StreamPosition position) implements Told<T> {}

  /// Reading begins, or begins anew: what stands before is never read unless it was already.
  ///
  /// @param first offsets by partition
  public synchronized void begin(Map<Integer, Long> first) {
    StreamPosition before = position;
    StreamPosition skipped = StreamPosition.START;
    for (Map.Entry<Integer, Long> begin : first.entrySet()) {
      int partition = begin.getKey();
      long last = begin.getValue() - 1;
      if (!before.knows(partition) || before.isBefore(partition, last)) {
        skipped = skipped.after(partition, last);
      }
    }
    position = position.after(skipped);
    lost = lost.after(skipped);
    Gap<T> gap = new Gap<>(position);
    for (EventReader<T> reader : readers) {
      StreamPosition from = before.after(reader.last());
      if (!from.equals(StreamPosition.START) && from.isBefore(skipped)) {
        tell(reader, gap);
      }
    }
  }

  /// In the order of each partition; what stands before its last one is not told again.
  public synchronized void publish(T item, int partition, long offset) {
    if (!position.isBefore(partition, offset)) {
      return;
    }
    position = position.after(partition, offset);
    Entry<T> entry = new Entry<>(item, partition, offset, position);
    recent.addLast(entry);
    if (recent.size() > KEPT) {
      Entry<T> dropped = recent.removeFirst();
      lost = lost.after(dropped.partition(), dropped.offset());
    }
    readers.forEach(reader -> tell(reader, entry));
  }

  /// Everything before has been read, and published if there is anything to tell of it.
  ///
  /// @param next offsets by partition
  public synchronized void reached(Map<Integer, Long> next) {
    next.forEach((partition, offset) -> {
      if (position.isBefore(partition, offset - 1)) {
        position = position.after(partition, offset - 1);
      }
    });
  }

  /// Of a reader that has been told everything.
  synchronized StreamPosition position() {
    return position;
  }

  /// From now on the reader gets everything new, and first what it has missed since it was here
  /// last, as far back as is kept.
  synchronized void join(EventReader<T> reader) {
    StreamPosition last = reader.last();
    List<Told<T>> missed = new ArrayList<>();
    if (last.equals(StreamPosition.START)) {
      reader.beginAt(position);
    } else {
      if (last.isBefore(lost)) {
        missed.add(new Gap<>(last.after(lost)));
      }
      for (Entry<T> entry : recent) {
        if (last.isBefore(entry.partition(), entry.offset())) {
          missed.add(entry);
        }
      }
      reader.beginWith(missed);
    }
    readers.add(reader);
  }

  /// One that is too far behind leaves at once.
  private void tell(EventReader<T> reader, Told<T> told) {
    if (!reader.offer(told)) {
      readers.remove(reader);
    }
  }

  /// The reader gets nothing any more.
  void leave(EventReader<T> reader) {
    readers.remove(reader);
  }

  /// Whether anybody listens.
  public boolean hasReaders() {
    return !readers.isEmpty();
  }

  /// Who listens.
  Collection<EventReader<T>> readers() {
    return List.copyOf(readers);
  }
}
