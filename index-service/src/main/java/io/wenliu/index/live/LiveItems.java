package io.wenliu.index.live;

import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Looks up what the live feed shows of articles. Thread-safe.
@Component
class LiveItems {

  private final IndexReader reader;

  LiveItems(IndexReader reader) {
    this.reader = reader;
  }

  /// One request for all that are not looked up yet.
  ///
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if they cannot be read
  ///   now
  void lookUp(List<LiveEntry> entries) {
    List<LiveEntry> unknown = entries.stream().filter(entry -> !entry.isLookedUp()).toList();
    List<String> ids =
        unknown.stream().map(entry -> entry.announcement().article().value()).distinct().toList();
    Map<String, Stored<Announcement.Indexed>> articles =
        reader.read(
            IndexSchema.ARTICLES, ids, Announcement.Indexed.class, Announcement.Indexed.FIELDS);
    for (LiveEntry entry : unknown) {
      Stored<Announcement.Indexed> stored = articles.get(entry.announcement().article().value());
      entry.found(stored == null ? null : entry.announcement().item(stored.value()));
    }
  }
}
