package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.Lane;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import io.wenliu.index.elasticsearch.AliveArticles.AliveArticle;
import io.wenliu.kafka.event.CompactedKey;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.InboundMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a batch has to have erased from the compacted topics: whatever no longer stands.
///
/// Every version has a key of its own there, so nothing goes by itself and a tombstone never hits a
/// version that stands, also where that comes at the same moment. Not thread-safe.
final class Erasures {

  private static final String RESTATED = "wenliu-restated";

  private final Map<DocumentId, Version> withdrawn = new LinkedHashMap<>();
  private final Set<Outbound> outbound = new LinkedHashSet<>();

  /// Articles are asked for when all is written: their index tells which there were.
  ///
  /// @param version that and all below are taken back
  void withdrawn(DocumentId document, Version version) {
    withdrawn.put(document, version);
  }

  /// One version of an article, in whichever lane it came.
  void article(ArticleId article, Version version) {
    String key = CompactedKey.of(article, version);
    for (Lane lane : Lane.values()) {
      outbound.add(new Outbound.Tombstone(lane.enriched(), key));
    }
    vector(article, version);
  }

  /// An article as it came.
  void late(ArticleId article, Version version, InboundMessage message) {
    String key = CompactedKey.of(article, version);
    outbound.add(new Outbound.Tombstone(message.record().topic(), key));
    vector(article, version);
  }

  /// A vector.
  void vector(ArticleId article, Version version) {
    outbound.add(new Outbound.Tombstone(Topics.EMBEDDED, CompactedKey.of(article, version)));
  }

  /// A manifest as it came.
  void late(DocumentManifest manifest, InboundMessage message) {
    String key = CompactedKey.of(manifest.document(), manifest.version());
    outbound.add(new Outbound.Tombstone(message.record().topic(), key));
  }

  /// Pages as they came.
  void late(DocumentPages pages, InboundMessage message) {
    String key = CompactedKey.ofPages(pages.document(), pages.version());
    outbound.add(new Outbound.Tombstone(message.record().topic(), key));
  }

  /// The pages of one version, in whichever lane they came.
  void pages(DocumentId document, Version version) {
    String key = CompactedKey.ofPages(document, version);
    for (Lane lane : Lane.values()) {
      outbound.add(new Outbound.Tombstone(lane.enriched(), key));
    }
  }

  /// A version that a newer one has taken the place of.
  void superseded(DocumentId document, Version version, List<ArticleId> articles) {
    texts(document, version, articles);
    String key = CompactedKey.of(document, version);
    for (Lane lane : Lane.values()) {
      outbound.add(new Outbound.Tombstone(lane.enriched(), key));
    }
  }

  /// The articles and the pages, not the manifest: it tells a rebuild what a withdrawal has
  /// outranked.
  void texts(DocumentId document, Version version, List<ArticleId> articles) {
    articles.forEach(article -> article(article, version));
    pages(document, version);
  }

  /// A source has sent another page under a version that stands: the first counts, so it has to be
  /// the last of its key.
  ///
  /// @param standing the first
  /// @param message the other
  void restated(DocumentManifest standing, InboundMessage message) {
    restated(CompactedKey.of(standing.document(), standing.version()), standing, message);
  }

  /// The same of an article.
  void restated(ArticleEnriched standing, InboundMessage message) {
    restated(CompactedKey.of(standing.id(), standing.version()), standing, message);
  }

  /// The same of pages.
  void restated(DocumentPages standing, InboundMessage message) {
    restated(CompactedKey.ofPages(standing.document(), standing.version()), standing, message);
  }

  private void restated(String key, PipelineMessage standing, InboundMessage message) {
    Map<String, String> headers = message.record().headers();
    headers.remove(EventHeaders.DATA_REF);
    headers.remove(EventHeaders.DATA_SIZE);
    headers.put(RESTATED, "true");
    outbound.add(
        new Outbound.Raw(message.record().topic(), key, headers, ContractJson.write(standing)));
  }

  /// Whether this is what stood first, written once more after another of its version.
  static boolean isRestated(InboundMessage message) {
    return message.record().header(RESTATED).isPresent();
  }

  /// Documents that this batch has withdrawn.
  Set<DocumentId> withdrawnDocuments() {
    return withdrawn.keySet();
  }

  /// @param ofWithdrawn every version of an article that the withdrawn documents may have; one that
  ///   revives its document meanwhile may be among them
  List<Outbound> outbound(Collection<AliveArticle> ofWithdrawn) {
    for (AliveArticle article : ofWithdrawn) {
      Version takenBack = withdrawn.get(article.id().document());
      if (takenBack != null && article.version().compareTo(takenBack) <= 0) {
        article(article.id(), article.version());
      }
    }
    return new ArrayList<>(outbound);
  }
}
