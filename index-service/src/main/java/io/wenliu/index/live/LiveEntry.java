package io.wenliu.index.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the live feed keeps of an article: that it has come, and what there is to show of it once
/// somebody has looked it up. Thread-safe.
final class LiveEntry {

  private final Announcement announcement;

  private volatile boolean lookedUp;
  private volatile @Nullable LiveItem item;

  LiveEntry(Announcement announcement) {
    this.announcement = announcement;
  }

  Announcement announcement() {
    return announcement;
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
