package io.wenliu.contract;

import java.util.Objects;

/// The vector of one version of an article; it follows the words.
///
/// @param model which made it; vectors of different models do not compare
public record ArticleEmbedded(
    ArticleId id, DocumentId document, Version version, String model, Embedding vector)
    implements PipelineMessage {

  public ArticleEmbedded {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(vector, "vector");
  }
}
