package io.wenliu.index.deadletters;

import org.jspecify.annotations.Nullable;

/// Which dead letters are meant; null where anything is.
///
/// @param stage id of it
/// @param state null for all
public record LetterQuery(
    @Nullable String stage,
    @Nullable String reason,
    @Nullable String source,
    @Nullable String documentId,
    StoredLetter.@Nullable State state) {}
