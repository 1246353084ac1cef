package io.wenliu.index.elasticsearch;

/// A document as it was read or written.
///
/// @param as tells whether it has changed since
public record Stored<T>(T value, IndexWrite.Unchanged as) {}
