package io.wenliu.index.indexing;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.Version;
import java.util.List;

/// A document's pages as the index `pages` keeps them. They may be shown only while its record has
/// the same version.
///
/// @param pages empty where older ones have been erased
public record KeptPages(DocumentId documentId, Version version, List<DocumentPages.Page> pages) {

  public KeptPages {
    pages = List.copyOf(pages);
  }

  static KeptPages of(DocumentPages came) {
    return new KeptPages(came.document(), came.version(), came.pages());
  }

  /// Stands where pages stood, without their text.
  static KeptPages none(DocumentRecord record) {
    return new KeptPages(record.documentId(), record.version(), List.of());
  }

  DocumentPages message() {
    return new DocumentPages(documentId, version, pages);
  }
}
