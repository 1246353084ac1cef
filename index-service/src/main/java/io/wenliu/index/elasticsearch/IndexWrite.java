package io.wenliu.index.elasticsearch;

import io.wenliu.index.schema.IndexSchema;

/// One whole document to be written.
///
/// @param json UTF-8
@SuppressWarnings("ArrayRecordComponent") // it is on its way to the wire and is never compared
public record IndexWrite(IndexSchema target, String id, Precondition precondition, byte[] json) {

  /// A write that wins over lower versions only; meeting an equal or higher one is success.
  public static IndexWrite versioned(IndexSchema target, String id, long version, byte[] json) {
    return new IndexWrite(target, id, new HigherVersion(version), json);
  }

  /// A write that wins over an equal version too: the same, told more fully.
  public static IndexWrite completing(IndexSchema target, String id, long version, byte[] json) {
    return new IndexWrite(target, id, new SameOrHigherVersion(version), json);
  }

  /// When the write may happen.
  public sealed interface Precondition {}

  /// Only over a lower version, or over nothing.
  public record HigherVersion(long version) implements Precondition {}

  /// Only over an equal or lower version, or over nothing.
  public record SameOrHigherVersion(long version) implements Precondition {}

  /// Only if the document is still as it was read.
  public record Unchanged(long sequenceNumber, long primaryTerm) implements Precondition {}

  /// Only if there is no such document.
  public record Absent() implements Precondition {}

  /// What became of a write.
  public sealed interface Outcome {}

  /// It is stored; searches see it after the next refresh.
  ///
  /// @param as what [Unchanged] asks for when it is written over
  public record Written(Unchanged as) implements Outcome {}

  /// Something that outranks it is stored.
  public record Outranked() implements Outcome {}

  /// It can never be stored.
  ///
  /// @param reason in Elasticsearch's words
  public record Refused(String reason) implements Outcome {}
}
