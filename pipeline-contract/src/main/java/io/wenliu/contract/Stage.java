package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// A step of the pipeline that consumes a topic.
public enum Stage {
  /// Submissions become articles.
  INGEST("ingest"),
  /// Articles become enriched articles.
  ENRICH("enrich"),
  /// Enriched articles get vectors.
  EMBED("embed"),
  /// Enriched articles become searchable.
  INDEX("index"),
  /// Vectors become searchable.
  INDEX_VECTORS("index-vectors"),
  /// What happened to documents becomes what can be asked about them.
  JOURNEY("journey"),
  /// Articles that have become searchable are held against the alerts.
  ALERT("alert");

  private final String id;

  Stage(String id) {
    this.id = id;
  }

  /// As in topic names, metrics and messages.
  @JsonValue
  public String id() {
    return id;
  }

  /// @throws IllegalArgumentException if there is no such stage
  @JsonCreator
  public static Stage ofId(String id) {
    return Arrays.stream(values())
        .filter(stage -> stage.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such stage: " + id));
  }
}
