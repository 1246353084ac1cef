package io.wenliu.index.elasticsearch;

/// A document as it was read.
///
/// @param sequenceNumber and `primaryTerm` tell whether it has changed since
public record Stored<T>(T value, long sequenceNumber, long primaryTerm) {}
