package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How urgent a document is: news go first, a backfill goes when no news wait.
///
/// Each lane has topics of its own from intake to index; order and versions hold across both.
public enum Lane {
  /// The news of the day.
  LIVE(""),
  /// Archives and repeats; its consumers pause while the live lane of the same stage has lag.
  BACKFILL(".backfill");

  private final String suffix;

  Lane(String suffix) {
    this.suffix = suffix;
  }

  /// As in settings and answers.
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What newsrooms push.
  public String submissions() {
    return Topics.SUBMISSIONS + suffix;
  }

  /// Articles cut out of their pages.
  public String articles() {
    return Topics.ARTICLES + suffix;
  }

  /// Articles with what was found in them.
  public String enriched() {
    return Topics.ENRICHED + suffix;
  }

  /// The consumer group of a stage in this lane.
  public String group(Stage stage) {
    return "wenliu." + stage.id() + suffix;
  }

  /// The lane that a topic belongs to.
  public static Lane of(String topic) {
    return topic.endsWith(BACKFILL.suffix) ? BACKFILL : LIVE;
  }
}
