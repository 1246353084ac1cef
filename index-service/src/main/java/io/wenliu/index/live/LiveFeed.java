package io.wenliu.index.live;

import io.wenliu.index.stream.StreamPosition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Hands new articles to all who listen, and keeps the last ones for those who come back.
/// Thread-safe.
///
/// While nobody listens it keeps no more than which articles they were: what there is to show of
/// them is looked up for whoever comes back.
@Component
class LiveFeed {

  private static final int KEPT = 2_000;

  private final LiveItems items;
  private final Deque<LiveEntry> recent = new ArrayDeque<>();
  private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();
  private StreamPosition position = StreamPosition.START;

  LiveFeed(LiveItems items) {
    this.items = items;
  }

  /// To be called by one thread, in the order of each partition; what is known already is passed
  /// over.
  ///
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if somebody listens
  ///   and the articles cannot be looked up now; nothing is published then
  void publish(List<Announcement> announcements) {
    List<LiveEntry> entries = entries(announcements);
    if (!readers.isEmpty()) {
      items.lookUp(entries);
    }
    synchronized (this) {
      for (LiveEntry entry : entries) {
        position = entry.position();
        recent.addLast(entry);
        if (recent.size() > KEPT) {
          recent.removeFirst();
        }
        readers.forEach(reader -> reader.offer(entry));
      }
    }
  }

  private synchronized List<LiveEntry> entries(List<Announcement> announcements) {
    List<LiveEntry> entries = new ArrayList<>();
    StreamPosition next = position;
    for (Announcement announcement : announcements) {
      if (next.isBefore(announcement.partition(), announcement.offset())) {
        next = next.after(announcement.partition(), announcement.offset());
        entries.add(new LiveEntry(announcement, next));
      }
    }
    return entries;
  }

  /// From now on the reader gets everything new, and first what it has missed since `last`, as far
  /// back as is kept.
  synchronized void join(LiveReader reader, StreamPosition last) {
    if (!last.offsets().isEmpty()) {
      for (LiveEntry entry : recent) {
        if (last.isBefore(entry.announcement().partition(), entry.announcement().offset())) {
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
