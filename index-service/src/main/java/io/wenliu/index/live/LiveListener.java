package io.wenliu.index.live;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Topics;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.index.stream.EventFeed;
import io.wenliu.index.stream.FeedListener;
import io.wenliu.index.stream.LastSeen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Follows the journeys for articles that have just become searchable.
@Component
class LiveListener extends FeedListener<LiveEntry> {

  private final LiveItems items;
  private final LastSeen announced = new LastSeen();

  LiveListener(ConsumerFactory<?, ?> consumers, EventFeed<LiveEntry> liveFeed, LiveItems items) {
    super(consumers, Topics.JOURNEY, liveFeed);
    this.items = items;
  }

  @Override
  protected void receive(ConsumerRecords<byte[], byte[]> records) {
    Map<String, Announcement> news = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Announcement announcement = announcement(record);
      if (announcement != null) {
        news.putIfAbsent(announcement.article() + "@" + announcement.version(), announcement);
      }
    }
    news.keySet().removeIf(announced::contains);
    List<LiveEntry> entries = news.values().stream().map(LiveEntry::new).toList();
    if (feed().hasReaders()) {
      // Once for all of them; while nobody listens, for whoever comes back.
      items.lookUp(entries);
    }
    for (LiveEntry entry : entries) {
      feed().publish(entry, entry.announcement().partition(), entry.announcement().offset());
    }
    news.keySet().forEach(announced::add);
  }

  private static @Nullable Announcement announcement(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] value = record.value();
    if (value == null) {
      return null;
    }
    try {
      JourneyEvent event = ContractJson.read(value, JourneyEvent.class);
      ArticleId article = event.article();
      return event.step() == JourneyEvent.Step.INDEXED && article != null
          ? new Announcement(
              article, event.version(), event.at(), record.partition(), record.offset())
          : null;
    } catch (UnreadableMessageException e) {
      // Whoever keeps the journeys sends it to the dead letters.
      return null;
    }
  }
}
