package io.wenliu.index.stream;

import java.util.Map;
import org.springframework.kafka.core.ConsumerFactory;

/// Follows a topic, from a little before its end, for a feed: so each instance can serve every
/// reader.
///
/// @param <T> what is told
public abstract class FeedListener<T> extends TopicListener {

  private static final long LOOK_BACK = 500;

  private final EventFeed<T> feed;

  /// @param feed knows from here on which records it was given and which it never saw
  protected FeedListener(ConsumerFactory<?, ?> consumers, String topic, EventFeed<T> feed) {
    super(consumers, topic, LOOK_BACK);
    this.feed = feed;
  }

  /// Whom it is told to.
  protected final EventFeed<T> feed() {
    return feed;
  }

  @Override
  protected void begin(Map<Integer, Long> first) {
    feed.begin(first);
  }

  @Override
  protected void reached(Map<Integer, Long> next) {
    feed.reached(next);
  }
}
