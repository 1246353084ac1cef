package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import java.time.Instant;

/// Stands where an article stood, without its text, and keeps older versions of it from coming
/// back.
///
/// @param version it outranks this version and all below
record Tombstone(
    ArticleId id, DocumentId documentId, Version version, ArticleState state, Instant indexedAt) {}
