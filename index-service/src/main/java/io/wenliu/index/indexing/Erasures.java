package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Topics;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.InboundMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a batch has to have erased from the compacted topics: the text of withdrawn documents.
///
/// A tombstone stands behind whatever its key had on the topic when it was written, so also behind
/// an article that has revived the document meanwhile. Such an article is therefore written once
/// more when its turn comes, which is after the tombstone. Not thread-safe.
final class Erasures {

  /// On an article that was written once more.
  private static final String REPEATED = "ce_repeated";

  private final Set<DocumentId> withdrawn = new LinkedHashSet<>();
  private final Set<ArticleId> articles = new LinkedHashSet<>();
  private final List<InboundMessage> survivors = new ArrayList<>();

  void withdrawn(DocumentId document) {
    withdrawn.add(document);
  }

  void erase(ArticleId article) {
    articles.add(article);
  }

  /// An article that stands.
  ///
  /// @param record of its document; null when there is none
  void survivor(@Nullable DocumentRecord record, InboundMessage message) {
    if (record != null && record.withdrawnAt() != null) {
      survivors.add(message);
    }
  }

  /// Documents that this batch has withdrawn.
  Set<DocumentId> withdrawnDocuments() {
    return withdrawn;
  }

  /// @param ofWithdrawn every article that the withdrawn documents ever had
  /// @param isNew whether the index met a message's article for the first time
  List<Outbound> outbound(Collection<ArticleId> ofWithdrawn, Predicate<InboundMessage> isNew) {
    Set<ArticleId> erased = new LinkedHashSet<>(articles);
    erased.addAll(ofWithdrawn);
    List<Outbound> outbound = new ArrayList<>();
    for (ArticleId article : erased) {
      for (Lane lane : Lane.values()) {
        outbound.add(new Outbound.Tombstone(lane.enriched(), article.value()));
      }
      outbound.add(new Outbound.Tombstone(Topics.EMBEDDED, article.value()));
    }
    for (InboundMessage survivor : survivors) {
      InboundRecord record = survivor.record();
      if (record.header(REPEATED).isEmpty() || isNew.test(survivor)) {
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put(REPEATED, "true");
        outbound.add(
            new Outbound.Raw(record.topic(), record.key().orElse(""), headers, record.content()));
      }
    }
    return outbound;
  }
}
