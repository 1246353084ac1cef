package io.wenliu.index.alerts;

import io.wenliu.contract.AlertMatched;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Topics;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.index.stream.EventFeed;
import io.wenliu.index.stream.FeedListener;
import io.wenliu.index.stream.LastSeen;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Follows the matches.
@Component
class MatchListener extends FeedListener<ShownMatch> {

  private static final Logger log = LoggerFactory.getLogger(MatchListener.class);
  private final LastSeen told = new LastSeen();

  MatchListener(ConsumerFactory<?, ?> consumers, EventFeed<ShownMatch> matchFeed) {
    super(consumers, Topics.ALERT_MATCHES, matchFeed);
  }

  @Override
  protected void receive(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      byte @Nullable [] value = record.value();
      if (value == null) {
        continue;
      }
      try {
        AlertMatched match = ContractJson.read(value, AlertMatched.class);
        if (told.add(match.id())) {
          feed().publish(ShownMatch.of(match), record.partition(), record.offset());
        }
      } catch (UnreadableMessageException e) {
        log.warn("A match cannot be read: {}", e.toString());
      }
    }
  }
}
