package io.wenliu.contract;

import java.util.List;

/// The Kafka topics that link the services; `docs/pipeline.md` tells who writes and who reads them.
public final class Topics {

  /// What newsrooms push.
  public static final String SUBMISSIONS = "wenliu.submissions";

  /// Articles cut out of their pages.
  public static final String ARTICLES = "wenliu.articles";

  /// Articles with their names, quotes, keyphrases; compacted, the index can be rebuilt from it.
  public static final String ENRICHED = "wenliu.enriched";

  /// Vectors, which follow the words; compacted.
  public static final String EMBEDDED = "wenliu.embedded";

  /// What happened to each document.
  public static final String JOURNEY = "wenliu.journey";

  /// Saved searches that are watched; compacted.
  public static final String ALERTS = "wenliu.alerts";

  /// What they have found.
  public static final String ALERT_MATCHES = "wenliu.alert-matches";

  /// Submissions that may wait; see [Lane].
  public static final String SUBMISSIONS_BACKFILL = "wenliu.submissions.backfill";

  /// Their articles.
  public static final String ARTICLES_BACKFILL = "wenliu.articles.backfill";

  /// Their enriched articles; compacted, the index is rebuilt from this one too.
  public static final String ENRICHED_BACKFILL = "wenliu.enriched.backfill";

  /// Idempotency keys of requests, for a day.
  public static final String INTAKE_KEYS = "wenliu.intake-keys";

  /// Every topic but the dead letters.
  public static final List<String> ALL =
      List.of(
          SUBMISSIONS,
          ARTICLES,
          ENRICHED,
          EMBEDDED,
          JOURNEY,
          ALERTS,
          ALERT_MATCHES,
          SUBMISSIONS_BACKFILL,
          ARTICLES_BACKFILL,
          ENRICHED_BACKFILL,
          INTAKE_KEYS);

  private Topics() {}

  /// Where a stage puts the records that it can never process.
  public static String deadLetters(Stage stage) {
    return "wenliu." + stage.id() + ".dlt";
  }
}
