package io.wenliu.kafka.event;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.Version;

/// Keys on the compacted topics `wenliu.enriched`, its backfill twin and `wenliu.embedded`.
///
/// They name the version: compaction keeps the last record of a key, and with versions that is not
/// always the one that stands. What no longer stands is erased by index-service, which knows.
public final class CompactedKey {

  private static final char BEFORE_VERSION = '@';

  private CompactedKey() {}

  /// Of an article and of its vector: `<article id>@<version>`.
  public static String of(ArticleId article, Version version) {
    return article.value() + BEFORE_VERSION + version.value();
  }

  /// Of a manifest: `<document id>@<version>`.
  public static String of(DocumentId document, Version version) {
    return document.value() + BEFORE_VERSION + version.value();
  }

  /// Of a document's pages: `<document id>@pages-<version>`.
  public static String ofPages(DocumentId document, Version version) {
    return document.value() + BEFORE_VERSION + "pages-" + version.value();
  }

  /// Of a withdrawal: `<document id>@withdrawn`, and the version where it names one. Of those that
  /// name none the last outranks whatever the others do.
  public static String of(DocumentWithdrawn withdrawal) {
    Version version = withdrawal.version();
    String named = version == null ? "" : "-" + version.value();
    return withdrawal.document().value() + BEFORE_VERSION + "withdrawn" + named;
  }

  /// The key without its version: the id of a document or of an article. Other keys stay as they
  /// are.
  public static String withoutVersion(String key) {
    int end = key.indexOf(BEFORE_VERSION);
    return end < 0 ? key : key.substring(0, end);
  }
}
