package io.wenliu.index.live;

import io.wenliu.index.stream.StreamPosition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place in the live feed, and what stands there once somebody has looked it up. Thread-safe.
final class LiveEntry {

  private final Announcement announcement;
  private final StreamPosition position;

  private volatile boolean lookedUp;
  private volatile @Nullable LiveItem item;

  /// @param position of a reader that has seen it
  LiveEntry(Announcement announcement, StreamPosition position) {
    this.announcement = announcement;
    this.position = position;
  }

  Announcement announcement() {
    return announcement;
  }

  StreamPosition position() {
    return position;
  }

  boolean isLookedUp() {
    return lookedUp;
  }

  /// @param news null where the article has gone since, or is no news
  void found(@Nullable LiveItem news) {
    item = news;
    lookedUp = true;
  }

  /// Empty where there is nothing to tell, or before it is looked up.
  Optional<LiveItem> item() {
    return Optional.ofNullable(item);
  }
}
