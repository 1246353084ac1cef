package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A vector as the index `articles-vectors` keeps it, with what filters need.
///
/// @param vector base64 of big-endian 32-bit floats, as Elasticsearch reads it; null in a tombstone
record VectorDocument(
    ArticleId id,
    DocumentId documentId,
    Version version,
    ArticleState state,
    @Nullable String model,
    @Nullable String vector,
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

  /// @param facets of the article as the words index has it
  static VectorDocument of(
      ArticleId id, Version version, String model, float[] vector, ArticleFacets facets) {
    return new VectorDocument(
        id,
        id.document(),
        version,
        ArticleState.ALIVE,
        model,
        base64(vector),
        facets.source(),
        facets.published(),
        facets.newspaper(),
        facets.authors(),
        facets.kind(),
        facets.people(),
        facets.places(),
        facets.organisations(),
        facets.topics(),
        facets.topicLabels());
  }

  static VectorDocument tombstone(ArticleId id, Version version, ArticleState state) {
    return new VectorDocument(
        id,
        id.document(),
        version,
        state,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static String base64(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
