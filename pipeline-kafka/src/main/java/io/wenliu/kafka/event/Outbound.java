package io.wenliu.kafka.event;

import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.AlertMatched;
import io.wenliu.contract.ArticleEmbedded;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Submission;
import io.wenliu.contract.Topics;
import java.util.Map;
import java.util.Objects;

/// What a stage wants written.
public sealed interface Outbound {

  /// Where to.
  String topic();

  /// Which key; what has the same document in front goes to the same partition.
  String key();

  /// A message under the key that the topic has for it.
  ///
  /// @throws IllegalArgumentException for a [Submission], whose key the intake finds out
  static Event event(String topic, PipelineMessage message) {
    boolean compacted =
        topic.equals(Topics.ENRICHED)
            || topic.equals(Topics.ENRICHED_BACKFILL)
            || topic.equals(Topics.EMBEDDED);
    String key =
        switch (message) {
          case ArticleExtracted article ->
              compacted
                  ? CompactedKey.of(article.id(), article.version())
                  : article.document().value();
          case ArticleEnriched article ->
              compacted
                  ? CompactedKey.of(article.id(), article.version())
                  : article.document().value();
          case ArticleEmbedded article ->
              compacted
                  ? CompactedKey.of(article.id(), article.version())
                  : article.document().value();
          case DocumentManifest manifest ->
              compacted
                  ? CompactedKey.of(manifest.document(), manifest.version())
                  : manifest.document().value();
          case DocumentPages pages ->
              compacted
                  ? CompactedKey.ofPages(pages.document(), pages.version())
                  : pages.document().value();
          case DocumentWithdrawn withdrawn ->
              compacted ? CompactedKey.of(withdrawn) : withdrawn.document().value();
          case JourneyEvent fact -> fact.document().value();
          case AlertDefined alert -> alert.alert();
          case AlertMatched match -> match.alert();
          case Submission _ -> throw new IllegalArgumentException("a submission needs its key");
        };
    return new Event(topic, key, message);
  }

  /// A fact for the document's journey.
  static Event journey(JourneyEvent fact) {
    return event(Topics.JOURNEY, fact);
  }

  /// A contract message.
  record Event(String topic, String key, PipelineMessage message) implements Outbound {
    public Event {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(message, "message");
    }
  }

  /// Bytes as they are, with headers of their own.
  @SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
  record Raw(String topic, String key, Map<String, String> headers, byte[] value)
      implements Outbound {
    public Raw {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(key, "key");
      headers = Map.copyOf(headers);
      Objects.requireNonNull(value, "value");
    }
  }

  /// Tells a compacted topic to forget a key.
  record Tombstone(String topic, String key) implements Outbound {
    public Tombstone {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(key, "key");
    }
  }
}
