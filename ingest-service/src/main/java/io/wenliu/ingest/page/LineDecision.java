package io.wenliu.ingest.page;

import org.jspecify.annotations.Nullable;

/// What was made of one line, for people who ask why.
///
/// @param line counts from 1
/// @param article index into [ReconstructedPage#articles]; null where the line is in none
/// @param reason the evidence, in Chinese
public record LineDecision(
    int line, @Nullable Integer article, LineRole role, String reason, String text) {}
