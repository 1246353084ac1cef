package io.wenliu.index.indexing;

import io.wenliu.contract.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What searches filter an article by, read back from the words index.
record ArticleFacets(
    Version version,
    String state,
    @Nullable String source,
    @Nullable String published,
    @Nullable String newspaper,
    @Nullable List<String> authors,
    @Nullable String kind,
    @Nullable List<String> people,
    @Nullable List<String> places,
    @Nullable List<String> organisations,
    @Nullable List<String> topics,
    @Nullable List<String> topicLabels) {

  /// Whether a vector of this version was made from these words.
  boolean speaksFor(Version vector) {
    return state.equals(ArticleState.ALIVE.id()) && version.equals(vector);
  }

  static final String[] FIELDS = {
    "version",
    "state",
    "source",
    "published",
    "newspaper",
    "authors",
    "kind",
    "people",
    "places",
    "organisations",
    "topics",
    "topicLabels"
  };
}
