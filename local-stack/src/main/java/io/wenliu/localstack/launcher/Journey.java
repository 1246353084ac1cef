package io.wenliu.localstack.launcher;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// How far a document has come, as the API tells it.
///
/// @param state `in-flight`, `searchable`, `superseded`, `withdrawn` or `failed`
/// @param articles ids of its articles so far
/// @param searchable those of them that a search finds
record Journey(String state, List<String> articles, List<String> searchable) {

  /// Of a document that the pipeline does not know yet.
  static final Journey NONE = new Journey("", List.of(), List.of());

  private static final String SEARCHABLE = "searchable";

  static Journey of(JsonNode answer) {
    var articles = new ArrayList<String>();
    var searchable = new ArrayList<String>();
    for (var article : answer.path("articles")) {
      var id = article.path("id").asString();
      articles.add(id);
      if (article.path("state").asString("").equals(SEARCHABLE)) {
        searchable.add(id);
      }
    }
    return new Journey(
        answer.path("state").asString(""), List.copyOf(articles), List.copyOf(searchable));
  }

  boolean isSearchable() {
    return state.equals(SEARCHABLE);
  }

  /// Whether a search finds nothing of it and never will: it was withdrawn, or another version has
  /// taken its place.
  boolean isOver() {
    return state.equals("withdrawn") || state.equals("superseded");
  }

  boolean hasFailed() {
    return state.equals("failed");
  }
}
