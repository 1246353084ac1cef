package io.wenliu.index.journeys;

import com.fasterxml.jackson.annotation.JsonValue;

/// Where a document version or one of its articles is. Each is in exactly one state.
public enum JourneyState {
  /// On its way.
  IN_FLIGHT("in-flight"),
  /// A search finds it.
  SEARCHABLE("searchable"),
  /// A newer version has taken its place.
  SUPERSEDED("superseded"),
  /// It was taken back.
  WITHDRAWN("withdrawn"),
  /// It can never be processed as it is.
  FAILED("failed");

  private final String id;

  JourneyState(String id) {
    this.id = id;
  }

  /// As in the index and in answers.
  @JsonValue
  public String id() {
    return id;
  }
}
