package io.wenliu.index.indexing;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Version;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.schema.IndexSchema;

/// What is kept in each index, as the write that puts it there: whatever stands at a higher version
/// outranks it.
final class DocumentWrites {

  private DocumentWrites() {}

  static IndexWrite of(ArticleDocument article) {
    return write(IndexSchema.ARTICLES, article.id().value(), article.version(), article);
  }

  static IndexWrite of(Tombstone tombstone) {
    return write(IndexSchema.ARTICLES, tombstone.id().value(), tombstone.version(), tombstone);
  }

  /// Over the article's vector.
  static IndexWrite vector(Tombstone tombstone) {
    return of(VectorDocument.tombstone(tombstone.id(), tombstone.version(), tombstone.state()));
  }

  static IndexWrite of(VectorDocument vector) {
    return write(IndexSchema.VECTORS, vector.id().value(), vector.version(), vector);
  }

  static IndexWrite of(KeptPages kept) {
    return write(IndexSchema.PAGES, kept.documentId().value(), kept.version(), kept);
  }

  static IndexWrite of(DocumentRecord record) {
    return write(IndexSchema.DOCUMENTS, record.documentId().value(), record.version(), record);
  }

  private static IndexWrite write(IndexSchema index, String id, Version version, Object document) {
    return IndexWrite.versioned(
        index, id, version.value(), ContractJson.mapper().writeValueAsBytes(document));
  }
}
