package io.wenliu.index.indexing;

import com.fasterxml.jackson.annotation.JsonValue;

/// Whether searches may show an article.
public enum ArticleState {
  /// It stands.
  ALIVE("alive"),
  /// A newer version of its document has taken its place or no longer has it.
  SUPERSEDED("superseded"),
  /// Its document was taken back.
  WITHDRAWN("withdrawn");

  private final String id;

  ArticleState(String id) {
    this.id = id;
  }

  /// As in the index and in answers.
  @JsonValue
  public String id() {
    return id;
  }
}
